package org.carbonpublicity.rating.edition.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.EditionCause;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edition with its counts. */
@Schema(name = "Edition")
record EditionResponse(
    int number,
    @Nullable Integer previousEdition,
    @Schema(description = "COMPLETED: an edition is shown when it is whole") String state,
    @Schema(description = "PUBLICATION or SCHEME_ACTIVATION") String trigger,
    @Schema(
            description =
                "Everything that is new in it: publications by number, then a scheme put in force")
        List<EditionCause> triggers,
    String scheme,
    @Schema(description = "The last publication in it") int publication,
    @Schema(description = "All batches in it, ascending") List<Integer> batches,
    @Nullable LocalDate cutOff,
    long models,
    long modelsOnSale,
    @Schema(description = "Models with a class, on sale or not") long modelsRated,
    long modelsUnrated,
    @Schema(description = "Rated models per class, \"1\" to \"5\", on sale or not")
        Map<String, Long> classCounts,
    @Schema(description = "Models whose rating differs from the edition before") long ratingEvents,
    Instant computedAt,
    @Nullable Instant completedAt) {

  static EditionResponse of(Edition edition, List<Integer> batches, List<EditionCause> triggers) {
    Map<String, Long> counts = new TreeMap<>();
    for (long count : edition.classCounts()) {
      counts.put(Integer.toString(counts.size() + 1), count);
    }
    return new EditionResponse(
        edition.number(),
        edition.previous(),
        edition.state().name(),
        edition.trigger().name(),
        triggers,
        edition.scheme(),
        edition.publication(),
        batches,
        edition.cutOff(),
        edition.models(),
        edition.modelsOnSale(),
        edition.modelsRated(),
        edition.modelsUnrated(),
        counts,
        edition.ratingEvents(),
        edition.computedAt(),
        edition.completedAt());
  }
}
