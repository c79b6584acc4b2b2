package org.carbonpublicity.disclosure.model.api;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Attribution;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the difference of two footprints comes from.
 *
 * @param differenceGramsPerKm gCO2e/km, {@code to − from}: exactly the sum of the attributions
 * @param attribution how grams are shared out
 * @param note what could not be told apart
 */
@Schema(name = "FootprintDifference")
record DifferenceResponse(
    String modelCode,
    Compared from,
    Compared to,
    BigDecimal differenceGramsPerKm,
    String attribution,
    @Nullable String note,
    List<Attribution> attributions) {

  private static final String ORDER =
      "Sequential substitution: factors by name under the former inputs, then powertrain, curb mass,"
          + " battery capacity, battery chemistry, fuel and electricity under the later factors.";
  private static final String ELSEWHERE =
      "A footprint accounted elsewhere is compared by the formula and factor set of the other one;"
          + " what they do not explain stands under calculation.";
  private static final String UNEXPLAINED =
      "Both footprints were accounted elsewhere, or inputs are missing: the whole difference stands"
          + " under calculation.";

  /** One of the two. */
  @Schema(name = "ComparedFootprint")
  record Compared(
      int revision,
      BigDecimal footprintGramsPerKm,
      String origin,
      @Nullable String factorSet,
      @Nullable String methodology) {

    static Compared of(KnownRevision revision) {
      return new Compared(
          revision.revision(),
          revision.footprintGramsPerKm(),
          revision.origin(),
          revision.factorSet(),
          revision.methodology());
    }

    boolean elsewhere() {
      return factorSet == null;
    }
  }

  static DifferenceResponse of(
      KnownRevision from, KnownRevision to, List<Attribution> attributions) {
    Compared old = Compared.of(from);
    Compared present = Compared.of(to);
    boolean explained =
        attributions.stream()
            .anyMatch(attribution -> attribution.kind() != Attribution.Kind.METHOD);
    String note = null;
    if (old.elsewhere() || present.elsewhere()) {
      note = explained ? ELSEWHERE : UNEXPLAINED;
    }
    return new DifferenceResponse(
        to.modelCode(),
        old,
        present,
        to.footprintGramsPerKm().subtract(from.footprintGramsPerKm()),
        ORDER,
        note,
        attributions);
  }
}
