package org.carbonpublicity.assessment.result.api;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.Comparison;
import org.carbonpublicity.assessment.result.Comparison.DimensionChange;
import org.carbonpublicity.assessment.scoring.DimensionCount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two results as they are read beside each other. */
@Schema(
    name = "AssessmentComparison",
    description =
        "For the enterprise and assessors in full; for others score and stars. Differences are this"
            + " result minus the other")
record ComparisonResponse(
    AssessmentResponse assessment,
    AssessmentResponse with,
    @Schema(description = "In points, to ten decimals") BigDecimal scoreDifference,
    int starsDifference,
    @Schema(description = "In percentage points, to ten decimals")
        @Nullable BigDecimal mandatoryRatioDifference,
    @Nullable List<DimensionComparison> dimensions,
    @Schema(description = "Items of both guidelines, met now and not before")
        @Nullable List<String> itemsGained,
    @Schema(description = "Items of both guidelines, met before and not now")
        @Nullable List<String> itemsLost,
    @Schema(description = "Items that only the guideline of this result has")
        @Nullable List<String> itemsOnlyHere,
    @Schema(description = "Items that only the guideline of the other result has")
        @Nullable List<String> itemsOnlyThere) {

  @Schema(name = "DimensionComparison")
  record DimensionComparison(
      String dimension,
      @Schema(description = "Absent when this guideline does not have the dimension")
          @Nullable DimensionCount assessment,
      @Schema(description = "Absent when the other guideline does not have the dimension")
          @Nullable DimensionCount with,
      @Nullable Integer mandatoryMetDifference,
      @Nullable Integer bonusMetDifference) {

    static DimensionComparison of(DimensionChange change) {
      DimensionCount later = change.later();
      DimensionCount earlier = change.earlier();
      Integer mandatory = null;
      Integer bonus = null;
      if (later != null && earlier != null) {
        mandatory = later.mandatoryMet() - earlier.mandatoryMet();
        bonus = later.bonusMet() - earlier.bonusMet();
      }
      return new DimensionComparison(change.dimension(), later, earlier, mandatory, bonus);
    }
  }

  static ComparisonResponse of(Comparison comparison, boolean full) {
    return new ComparisonResponse(
        side(comparison.later(), full),
        side(comparison.earlier(), full),
        comparison.scoreDifference(),
        comparison.starsDifference(),
        full ? comparison.mandatoryRatioDifference() : null,
        full ? comparison.dimensions().stream().map(DimensionComparison::of).toList() : null,
        full ? comparison.itemsGained() : null,
        full ? comparison.itemsLost() : null,
        full ? comparison.itemsOnlyLater() : null,
        full ? comparison.itemsOnlyEarlier() : null);
  }

  private static AssessmentResponse side(Assessment assessment, boolean full) {
    return full ? AssessmentResponse.of(assessment) : AssessmentResponse.brief(assessment);
  }
}
