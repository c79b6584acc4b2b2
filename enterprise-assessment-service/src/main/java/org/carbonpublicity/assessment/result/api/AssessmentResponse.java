package org.carbonpublicity.assessment.result.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.scoring.BoundBy;
import org.carbonpublicity.assessment.scoring.DimensionCount;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A result as it is read. */
@Schema(name = "Assessment")
record AssessmentResponse(
    UUID id,
    UUID submission,
    String guideline,
    String enterprise,
    String enterpriseName,
    AssessmentState state,
    @Schema(description = "100 · items met / mandatory items, rounded half up, for display")
        int score,
    @Schema(description = "The same to ten decimals; decisions use the exact fraction")
        BigDecimal scoreExact,
    int mandatoryItems,
    int mandatoryMet,
    int bonusItems,
    int bonusMet,
    BigDecimal mandatoryRatioPercent,
    int stars,
    @Schema(description = "Which floor of the next better row of the table of stars is missed")
        BoundBy boundBy,
    List<DimensionCount> dimensions,
    Instant awardedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant publishedAt) {

  static AssessmentResponse of(Assessment assessment) {
    Outcome outcome = assessment.outcome();
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
        assessment.awardedAt(),
        assessment.confirmedAt(),
        assessment.publishedAt());
  }
}
