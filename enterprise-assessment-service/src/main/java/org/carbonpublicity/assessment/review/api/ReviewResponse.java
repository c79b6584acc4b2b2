package org.carbonpublicity.assessment.review.api;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.PastScoring;
import org.carbonpublicity.assessment.result.ScoringCause;
import org.carbonpublicity.assessment.review.Decision;
import org.carbonpublicity.assessment.review.Question;
import org.carbonpublicity.assessment.review.Review;
import org.carbonpublicity.assessment.review.Standing;
import org.carbonpublicity.assessment.review.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review: assessors read all of it, the enterprise what it is asked and what is shared. */
@Schema(
    name = "Review",
    description =
        "Assessors read all of it. The enterprise reads the questions to it, and standings and"
            + " decisions once they are shared; who reviewed it does not learn")
record ReviewResponse(
    UUID assessment,
    UUID submission,
    String guideline,
    String enterprise,
    String enterpriseName,
    AssessmentState state,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Integer assessorsRequired,
    @Schema(description = "Subjects of the assessors assigned now")
        @Nullable List<String> assessors,
    List<ItemReview> items,
    @Schema(description = "Codes of the items about which the assessors disagree")
        @Nullable List<String> disagreements,
    @Schema(description = "What was found each time it was scored")
        List<ScoringResponse> scorings) {

  @Schema(name = "ItemReview")
  record ItemReview(
      String item,
      @Nullable Standing standing,
      @Nullable List<DecisionResponse> decisions,
      List<QuestionResponse> questions) {}

  @Schema(name = "Decision")
  record DecisionResponse(
      @Nullable String assessor, Verdict verdict, @Nullable String reason, Instant decidedAt) {}

  @Schema(name = "Question")
  record QuestionResponse(
      UUID id,
      String question,
      @Nullable String askedBy,
      Instant askedAt,
      @Nullable String answer,
      @Schema(description = "Ids of evidence files") List<UUID> evidence,
      @Nullable Instant answeredAt,
      @Schema(description = "When it needed no answer any more") @Nullable Instant withdrawnAt) {}

  @Schema(name = "PastScoring")
  record ScoringResponse(ScoringCause cause, int score, int stars, Instant scoredAt) {}

  /** As assessors read it. */
  static ReviewResponse forAssessors(
      Assessment assessment, Review review, List<PastScoring> scorings) {
    return of(assessment, review, scorings, true, true);
  }

  /** As the enterprise reads it. */
  static ReviewResponse forEnterprise(
      Assessment assessment, Review review, List<PastScoring> scorings) {
    return of(assessment, review, scorings, false, assessment.sharedAt() != null);
  }

  private static ReviewResponse of(
      Assessment assessment,
      Review review,
      List<PastScoring> scorings,
      boolean withNames,
      boolean withDecisions) {
    return new ReviewResponse(
        assessment.id(),
        assessment.submission(),
        assessment.guideline(),
        assessment.enterprise(),
        assessment.enterpriseName(),
        assessment.state(),
        review.startedAt(),
        review.completedAt(),
        withNames ? assessment.rule().assessors() : null,
        withNames ? review.assessors() : null,
        items(review).stream()
            .map(item -> item(review, item, withNames, withDecisions))
            .filter(item -> withDecisions || !item.questions().isEmpty())
            .toList(),
        withNames ? review.items(Standing.DISAGREEMENT) : null,
        scorings.stream()
            .map(
                past ->
                    new ScoringResponse(
                        past.cause(),
                        past.outcome().score().rounded(),
                        past.outcome().award().stars(),
                        past.scoredAt()))
            .toList());
  }

  /** Those that need a decision, then others that were decided or asked about. */
  private static Set<String> items(Review review) {
    Set<String> items = new LinkedHashSet<>(review.items());
    review.decisions().stream().map(Decision::item).forEach(items::add);
    review.questions().stream().map(Question::item).forEach(items::add);
    return items;
  }

  private static ItemReview item(
      Review review, String item, boolean withNames, boolean withDecisions) {
    return new ItemReview(
        item,
        withDecisions ? review.standing(item) : null,
        withDecisions
            ? review.decisions().stream()
                .filter(decision -> decision.item().equals(item))
                .map(decision -> decision(decision, withNames))
                .toList()
            : null,
        review.questions().stream()
            .filter(question -> question.item().equals(item))
            .map(question -> question(question, withNames))
            .toList());
  }

  private static DecisionResponse decision(Decision decision, boolean withNames) {
    return new DecisionResponse(
        withNames ? decision.assessor() : null,
        decision.verdict(),
        decision.reason(),
        decision.decidedAt());
  }

  private static QuestionResponse question(Question question, boolean withNames) {
    return new QuestionResponse(
        question.id(),
        question.text(),
        withNames ? question.askedBy() : null,
        question.askedAt(),
        question.answer(),
        question.evidence(),
        question.answeredAt(),
        question.withdrawnAt());
  }
}
