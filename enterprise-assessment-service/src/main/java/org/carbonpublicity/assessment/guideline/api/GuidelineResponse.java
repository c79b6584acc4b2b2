package org.carbonpublicity.assessment.guideline.api;

import java.time.Instant;
import java.util.List;
import org.carbonpublicity.assessment.guideline.ActiveGuideline;
import org.carbonpublicity.assessment.guideline.Dimension;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.scoring.StarRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guideline in the language of the reader. */
@Schema(name = "Guideline")
record GuidelineResponse(
    String id,
    @Schema(description = "en or zh") String language,
    String title,
    String note,
    @Schema(description = "The divisor of scores and mandatory ratios") int mandatoryItems,
    Instant activatedAt,
    List<DimensionResponse> dimensions,
    @Schema(description = "All of them are answered in a submission") List<ItemResponse> items,
    @Schema(
            description =
                "Most stars first; a result has the best row of which it reaches both floors."
                    + " An absent floor is reached by every result.")
        List<StarRule> starRules) {

  @Schema(name = "Dimension")
  record DimensionResponse(String code, String title) {}

  @Schema(name = "Item")
  record ItemResponse(
      String code,
      @Schema(description = "Code of its dimension") String dimension,
      @Schema(description = "false: a bonus item, which lifts the score over 100")
          boolean mandatory,
      String text) {}

  static GuidelineResponse of(ActiveGuideline active, boolean chinese) {
    Guideline guideline = active.guideline();
    return new GuidelineResponse(
        guideline.id(),
        chinese ? "zh" : "en",
        chinese ? guideline.titleZh() : guideline.title(),
        chinese ? guideline.noteZh() : guideline.note(),
        guideline.mandatoryItems(),
        active.activatedAt(),
        guideline.dimensions().stream()
            .map(
                dimension ->
                    new DimensionResponse(
                        dimension.code(), chinese ? dimension.titleZh() : dimension.title()))
            .toList(),
        guideline.dimensions().stream()
            .flatMap(dimension -> items(dimension, chinese).stream())
            .toList(),
        guideline.starRules());
  }

  private static List<ItemResponse> items(Dimension dimension, boolean chinese) {
    return dimension.items().stream()
        .map(
            item ->
                new ItemResponse(
                    item.code(),
                    dimension.code(),
                    item.mandatory(),
                    chinese ? item.textZh() : item.text()))
        .toList();
  }
}
