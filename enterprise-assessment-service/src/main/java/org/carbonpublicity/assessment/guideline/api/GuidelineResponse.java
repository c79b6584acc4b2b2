package org.carbonpublicity.assessment.guideline.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.carbonpublicity.assessment.guideline.Dimension;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.GuidelineState;
import org.carbonpublicity.assessment.guideline.Item;
import org.carbonpublicity.assessment.guideline.KeptGuideline;
import org.carbonpublicity.assessment.guideline.Question;
import org.carbonpublicity.assessment.scoring.ScoredItem;
import org.carbonpublicity.assessment.scoring.Share;
import org.carbonpublicity.assessment.scoring.StarRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A guideline in the language of the reader. */
@Schema(name = "Guideline")
record GuidelineResponse(
    String id,
    GuidelineState state,
    @Schema(description = "en or zh") String language,
    String title,
    String note,
    @Schema(description = "The version before it") @Nullable String replaces,
    @Schema(description = "The divisor of mandatory ratios") int mandatoryItems,
    @Nullable Instant activatedAt,
    @Nullable Instant retiredAt,
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
      String text,
      @Schema(description = "What it weighs among the others") BigDecimal points,
      @Schema(description = "What it adds to the score, to ten decimals") BigDecimal scorePoints,
      boolean evidenceRequired,
      @Schema(description = "Absent: yes or no") @Nullable QuestionResponse question) {}

  @Schema(name = "Question")
  record QuestionResponse(
      Question.Kind kind,
      @Nullable String unit,
      @Nullable BigDecimal atLeast,
      @Nullable BigDecimal atMost,
      @Nullable String notBefore,
      @Nullable String notAfter,
      List<ChoiceResponse> choices) {}

  @Schema(name = "Choice")
  record ChoiceResponse(String code, String text, boolean meets) {}

  static GuidelineResponse of(KeptGuideline kept, boolean chinese) {
    Guideline guideline = kept.guideline();
    BigDecimal divisor =
        guideline.scoredItems().stream()
            .filter(ScoredItem::mandatory)
            .map(ScoredItem::points)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new GuidelineResponse(
        guideline.id(),
        kept.state(),
        chinese ? "zh" : "en",
        chinese ? guideline.titleZh() : guideline.title(),
        chinese ? guideline.noteZh() : guideline.note(),
        guideline.replaces(),
        guideline.mandatoryItems(),
        kept.activatedAt(),
        kept.retiredAt(),
        guideline.dimensions().stream()
            .map(
                dimension ->
                    new DimensionResponse(
                        dimension.code(), chinese ? dimension.titleZh() : dimension.title()))
            .toList(),
        guideline.dimensions().stream()
            .flatMap(dimension -> items(dimension, divisor, chinese).stream())
            .toList(),
        guideline.starRules());
  }

  private static List<ItemResponse> items(
      Dimension dimension, BigDecimal divisor, boolean chinese) {
    return dimension.items().stream().map(item -> item(dimension, item, divisor, chinese)).toList();
  }

  private static ItemResponse item(
      Dimension dimension, Item item, BigDecimal divisor, boolean chinese) {
    return new ItemResponse(
        item.code(),
        dimension.code(),
        item.mandatory(),
        chinese ? item.textZh() : item.text(),
        item.weight(),
        new Share(item.weight(), divisor).percent(),
        item.evidenceRequired(),
        question(item.question(), chinese));
  }

  private static @Nullable QuestionResponse question(@Nullable Question asked, boolean chinese) {
    return asked == null
        ? null
        : new QuestionResponse(
            asked.kind(),
            asked.unit(),
            asked.atLeast(),
            asked.atMost(),
            asked.notBefore(),
            asked.notAfter(),
            asked.choices().stream()
                .map(
                    choice ->
                        new ChoiceResponse(
                            choice.code(),
                            chinese ? choice.textZh() : choice.text(),
                            choice.meets()))
                .toList());
  }
}
