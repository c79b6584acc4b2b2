package org.carbonpublicity.assessment.result;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.review.ReviewRules.Rule;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The result of a submission.
 *
 * @param number rises with time; the order of lists
 * @param rejected items answered with yes that the outcome takes as not met
 * @param rule what held when the submission was first scored
 * @param version rises with every change, also of the review and the appeal
 * @param awardedAt when the present score and stars were found
 * @param responseDeadline the moment from which silence counts as confirmation
 * @param reassessment set once the enterprise may answer again though the result is published
 * @param supersededBy the assessment that counts instead, once there is one
 * @param window in which the answers came; absent where the guideline is answered without windows
 */
public record Assessment(
    UUID id,
    long number,
    UUID submission,
    String guideline,
    String enterprise,
    String enterpriseName,
    Outcome outcome,
    Set<String> rejected,
    Rule rule,
    AssessmentState state,
    int version,
    Instant awardedAt,
    @Nullable Instant sharedAt,
    @Nullable Instant responseDeadline,
    @Nullable Instant confirmedAt,
    boolean confirmedBySilence,
    @Nullable Instant publishedAt,
    @Nullable Reassessment reassessment,
    @Nullable UUID supersededBy,
    @Nullable String window) {

  /** Why and since when a published result is assessed again. */
  public record Reassessment(String reason, Instant at, String by) {}

  /** Names this version of this assessment. */
  public String tag() {
    return id + "-" + version;
  }

  /** How the audit trail names it. */
  public String subject() {
    return "assessment/" + id;
  }

  /** Whether the enterprise has kept silent for too long to appeal. */
  public boolean isResponseOverdue(Instant now) {
    return responseDeadline != null && !now.isBefore(responseDeadline);
  }

  /** What can be done now, as the last part of the path to post to. */
  public List<String> allowed(Instant now) {
    return switch (state) {
      case AWARDED -> rule.assessors() == 0 ? List.of("confirmation", "review") : List.of("review");
      case IN_REVIEW -> List.of("completion");
      case SHARED ->
          isResponseOverdue(now) ? List.of("confirmation") : List.of("confirmation", "appeal");
      case APPEALED -> List.of("decision");
      case CONFIRMED, FINAL -> List.of("publication");
      case PUBLISHED -> reassessment == null ? List.of("reassessment") : List.of();
      case REVIEWED, DECIDED, SUPERSEDED -> List.of();
    };
  }
}
