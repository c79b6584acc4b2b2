package org.carbonpublicity.assessment.result;

import java.time.Instant;
import java.util.UUID;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The result of a submission.
 *
 * @param number rises with time; the order of lists
 * @param version rises with every change
 */
public record Assessment(
    UUID id,
    long number,
    UUID submission,
    String guideline,
    String enterprise,
    String enterpriseName,
    Outcome outcome,
    AssessmentState state,
    int version,
    Instant awardedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant publishedAt) {

  /** Names this version of this assessment. */
  public String tag() {
    return id + "-" + version;
  }
}
