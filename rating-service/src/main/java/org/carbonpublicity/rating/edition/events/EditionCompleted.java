package org.carbonpublicity.rating.edition.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.EditionCause;
import org.jspecify.annotations.Nullable;

/** Payload of {@code edition-completed.v1}. */
record EditionCompleted(
    int edition,
    @Nullable Integer previousEdition,
    String scheme,
    int publication,
    List<Integer> batches,
    @Nullable LocalDate cutOff,
    long models,
    long modelsOnSale,
    long modelsRated,
    long modelsUnrated,
    Map<String, Long> classCounts,
    long ratingEvents,
    Instant completedAt,
    String trigger,
    List<EditionCause> triggers) {

  static final String TYPE = "edition-completed.v1";

  static EditionCompleted of(
      Edition edition, List<Integer> batches, List<EditionCause> triggers, Instant completedAt) {
    Map<String, Long> counts = new TreeMap<>();
    for (long count : edition.classCounts()) {
      counts.put(Integer.toString(counts.size() + 1), count);
    }
    return new EditionCompleted(
        edition.number(),
        edition.previous(),
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
        completedAt,
        edition.trigger().name(),
        triggers);
  }
}
