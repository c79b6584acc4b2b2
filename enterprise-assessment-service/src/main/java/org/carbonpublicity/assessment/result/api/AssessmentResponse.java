package org.carbonpublicity.assessment.result.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.scoring.BoundBy;
import org.carbonpublicity.assessment.scoring.DimensionCount;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A result as it is read: by its enterprise and assessors in full, by others score and stars. */
@Schema(
    name = "Assessment",
    description =
        "For the enterprise and assessors in full; for others id, guideline, enterprise, state,"
            + " score, stars and when they were published")
public record AssessmentResponse(
    UUID id,
    @Nullable UUID submission,
    String guideline,
    String enterprise,
    String enterpriseName,
    AssessmentState state,
    @Schema(description = "100 · items met / mandatory items, rounded half up, for display")
        int score,
    @Schema(description = "The same to ten decimals; decisions use the exact fraction")
        BigDecimal scoreExact,
    @Nullable Integer mandatoryItems,
    @Nullable Integer mandatoryMet,
    @Nullable Integer bonusItems,
    @Nullable Integer bonusMet,
    @Nullable BigDecimal mandatoryRatioPercent,
    int stars,
    @Schema(description = "Which floor of the next better row of the table of stars is missed")
        @Nullable BoundBy boundBy,
    @Nullable List<DimensionCount> dimensions,
    @Schema(description = "Items answered with yes that the review and the appeal left rejected")
        @Nullable Set<String> rejectedItems,
    @Schema(description = "How many assessors have to agree before the enterprise can confirm")
        @Nullable Integer assessorsRequired,
    @Nullable Instant awardedAt,
    @Nullable Instant sharedAt,
    @Schema(description = "From here on silence counts as confirmation")
        @Nullable Instant responseDeadline,
    @Nullable Instant confirmedAt,
    @Schema(description = "Whether the enterprise kept silent until the deadline")
        @Nullable Boolean confirmedBySilence,
    @Nullable Instant publishedAt,
    @Schema(description = "Why and since when the enterprise may answer again")
        @Nullable ReassessmentResponse reassessment,
    @Schema(description = "The assessment that counts instead") @Nullable UUID supersededBy,
    @Schema(description = "In which the answers came; absent without windows")
        @Nullable String window) {

  /** Why and since when a published result is assessed again. */
  @Schema(name = "Reassessment")
  public record ReassessmentResponse(String reason, Instant at) {}

  /** The assessment as those see it who may see all of it. */
  public static AssessmentResponse of(Assessment assessment) {
    Outcome outcome = assessment.outcome();
    Assessment.Reassessment again = assessment.reassessment();
    return new AssessmentResponse(
        assessment.id(),
        assessment.submission(),
        assessment.guideline(),
        assessment.enterprise(),
        assessment.enterpriseName(),
        assessment.state(),
        outcome.score().rounded(),
        outcome.score().percent(),
        outcome.mandatoryItems(),
        outcome.mandatoryMet(),
        outcome.bonusItems(),
        outcome.bonusMet(),
        outcome.mandatoryRatio().percent(),
        outcome.award().stars(),
        outcome.award().boundBy(),
        outcome.dimensions(),
        assessment.rejected(),
        assessment.rule().assessors(),
        assessment.awardedAt(),
        assessment.sharedAt(),
        assessment.responseDeadline(),
        assessment.confirmedAt(),
        assessment.confirmedAt() == null ? null : assessment.confirmedBySilence(),
        assessment.publishedAt(),
        again == null ? null : new ReassessmentResponse(again.reason(), again.at()),
        assessment.supersededBy(),
        assessment.window());
  }

  /** The assessment as members see it. */
  static AssessmentResponse brief(Assessment assessment) {
    Outcome outcome = assessment.outcome();
    return new AssessmentResponse(
        assessment.id(),
        null,
        assessment.guideline(),
        assessment.enterprise(),
        assessment.enterpriseName(),
        assessment.state(),
        outcome.score().rounded(),
        outcome.score().percent(),
        null,
        null,
        null,
        null,
        null,
        outcome.award().stars(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        assessment.publishedAt(),
        null,
        null,
        assessment.window());
  }
}
