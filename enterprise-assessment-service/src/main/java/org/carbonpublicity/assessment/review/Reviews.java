package org.carbonpublicity.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.carbonpublicity.assessment.conflict.ConflictOfInterestException;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.evidence.EvidenceReferences;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.Deed;
import org.carbonpublicity.assessment.result.LockedAssessments;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.review.ReviewRules.Rule;
import org.carbonpublicity.assessment.review.events.ReviewEvents;
import org.carbonpublicity.assessment.review.persistence.ReviewRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * Assessors' work on results. Each deed answers with the assessment after it, empty when there is
 * none; what {@link LockedAssessments} refuses is refused by each.
 */
@ApplicationScoped
public class Reviews {

  private final LockedAssessments locked;
  private final EvidenceReferences evidence;
  private final AssessmentRepository assessments;
  private final ReviewRepository reviews;
  private final Conflicts conflicts;
  private final ReviewEvents events;
  private final Audit audit;

  Reviews(
      LockedAssessments locked,
      EvidenceReferences evidence,
      AssessmentRepository assessments,
      ReviewRepository reviews,
      Conflicts conflicts,
      ReviewEvents events,
      Audit audit) {
    this.locked = locked;
    this.evidence = evidence;
    this.assessments = assessments;
    this.reviews = reviews;
    this.conflicts = conflicts;
    this.events = events;
    this.audit = audit;
  }

  /** The review of an assessment, if it ever began. */
  @Transactional
  public Optional<Review> find(UUID assessment) {
    return reviews.find(assessment);
  }

  /** Reviews in the order of their start, after the given number. */
  @Transactional
  public List<Review> list(ReviewFilter filter, @Nullable Long after, int limit) {
    return reviews.list(filter, after == null ? 0 : after, limit);
  }

  /** The assessments of reviews, in any order. */
  @Transactional
  public List<Assessment> assessments(List<Review> of) {
    return assessments.read(of.stream().map(Review::assessment).toList());
  }

  /**
   * Begins the review of an AWARDED assessment.
   *
   * @param assessors subjects of those who review it; empty means the actor
   * @throws InvalidReviewException when these are too few or too many
   * @throws ConflictOfInterestException when one of them is in conflict with the enterprise
   */
  @Transactional
  public Optional<Assessment> start(Deed deed, List<String> assessors) {
    List<String> named = assessors.isEmpty() ? List.of(deed.actor()) : assessors;
    return locked
        .byAssessor(deed, "review", (present, now) -> present.state() == AssessmentState.AWARDED)
        .map(
            present -> {
              Instant now = locked.now();
              Set<String> checked = assignable(present, named);
              reviews.start(present.id(), deed.actor(), now);
              reviews.assign(present.id(), checked, deed.actor(), now);
              audit.record("review-started", present.subject(), Map.of("assessors", checked));
              return assessments.moveTo(AssessmentState.IN_REVIEW, present.id());
            });
  }

  /**
   * Assigns others; the decisions of who is no longer assigned do not count, and its open questions
   * are withdrawn.
   *
   * @throws InvalidReviewException when they are too few or too many
   * @throws ConflictOfInterestException when one of them is in conflict with the enterprise
   */
  @Transactional
  public Optional<Assessment> reassign(Deed deed, List<String> assessors) {
    return locked
        .byAssessor(deed, "assignment", Reviews::isInReview)
        .map(
            present -> {
              Instant now = locked.now();
              Set<String> checked = assignable(present, assessors);
              audit.record(
                  "review-assigned", present.subject(), Map.of("assessors", List.copyOf(checked)));
              List<String> before = reviews.find(present.id()).orElseThrow().assessors();
              for (String former : before) {
                if (!checked.contains(former)) {
                  reviews.remove(present.id(), former, now);
                }
              }
              checked.removeAll(before);
              reviews.assign(present.id(), checked, deed.actor(), now);
              return assessments.touch(present.id());
            });
  }

  private Set<String> assignable(Assessment present, List<String> assessors) {
    Set<String> distinct = new TreeSet<>(assessors);
    int fewest = Math.max(1, present.rule().assessors());
    List<Violation> violations = new ArrayList<>();
    if (distinct.size() < fewest) {
      violations.add(
          new Violation(
              "assessors", "too-few", "at least %d assessor(s) review this".formatted(fewest)));
    }
    if (distinct.size() > Rule.MOST_ASSESSORS) {
      violations.add(
          new Violation(
              "assessors",
              "too-many",
              "at most %d assessors review this".formatted(Rule.MOST_ASSESSORS)));
    }
    InvalidReviewException.refuse(violations);
    distinct.forEach(assessor -> conflicts.refuse(assessor, present.enterprise()));
    return distinct;
  }

  /**
   * Takes decisions of an assigned assessor. One that repeats what the assessor decided last about
   * the item changes nothing.
   *
   * @throws WrongAssessorException when the actor is not assigned
   * @throws InvalidReviewException when one of them cannot be taken; then none is
   */
  @Transactional
  public Optional<Assessment> decide(Deed deed, List<DecisionDraft> drafts) {
    return locked
        .byAssessor(deed, "deciding", Reviews::isInReview)
        .map(
            present -> {
              Review review = assigned(present, deed);
              check(drafts, reviews.answeredItems(present.submission()), review);
              Map<String, Verdict> taken = new TreeMap<>();
              for (DecisionDraft draft : drafts) {
                if (decide(review, draft, deed.actor())) {
                  taken.put(draft.item(), draft.verdict());
                }
              }
              if (taken.isEmpty()) {
                return present;
              }
              audit.record("items-decided", present.subject(), taken);
              return assessments.touch(present.id());
            });
  }

  private boolean decide(Review review, DecisionDraft draft, String actor) {
    boolean unanswered =
        review.questions().stream()
            .anyMatch(
                question ->
                    question.isOpen()
                        && question.item().equals(draft.item())
                        && question.askedBy().equals(actor));
    boolean repeated =
        review.decision(draft.item(), actor).filter(draft::repeats).isPresent()
            // The same question may be asked again once it was answered.
            && (draft.verdict() != Verdict.ASK || unanswered);
    if (repeated) {
      return false;
    }
    Instant now = locked.now();
    reviews.withdrawQuestions(review.assessment(), draft.item(), actor, now);
    reviews.decide(review.assessment(), draft, actor, now);
    return true;
  }

  private static void check(List<DecisionDraft> drafts, List<String> known, Review review) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < drafts.size(); i++) {
      DecisionDraft draft = drafts.get(i);
      String field = "decisions[" + i + "]";
      if (!known.contains(draft.item())) {
        violations.add(
            new Violation(field + ".item", "unknown-item", "the submission has no such item"));
      } else if (!seen.add(draft.item())) {
        violations.add(
            new Violation(
                field + ".item", "duplicate-item", draft.item() + " is decided more than once"));
      } else if (draft.verdict() == Verdict.REJECT && !review.items().contains(draft.item())) {
        violations.add(
            new Violation(
                field + ".verdict",
                "nothing-to-reject",
                draft.item() + " is not claimed to be met"));
      }
    }
    InvalidReviewException.refuse(violations);
  }

  /**
   * Takes the enterprise's answer to a question; the item then waits for the asker again.
   *
   * @return empty also when there is no such question
   * @throws QuestionClosedException when it was answered or withdrawn
   */
  @Transactional
  public Optional<Assessment> answer(Deed deed, UUID question, String text, List<UUID> files) {
    return locked
        .byEnterprise(deed, "answering", Reviews::isInReview)
        .flatMap(present -> reviews.find(present.id()))
        .flatMap(
            review ->
                review.questions().stream()
                    .filter(asked -> asked.id().equals(question))
                    .findFirst())
        .map(
            asked -> {
              if (!asked.isOpen()) {
                throw new QuestionClosedException();
              }
              Assessment after = assessments.touch(deed.assessment());
              evidence.require(after.enterprise(), files);
              reviews.answer(question, text, files, deed.actor(), locked.now());
              audit.record(
                  "question-answered", after.subject(), Map.of("question", question.toString()));
              return after;
            });
  }

  /**
   * Ends a review in which everything is decided and agreed. The event that is told has it scored
   * again.
   *
   * @throws WrongAssessorException when the actor is not assigned
   * @throws IncompleteException when something is undecided or not agreed, or assessors are missing
   */
  @Transactional
  public Optional<Assessment> complete(Deed deed) {
    return locked
        .byAssessor(deed, "completion", Reviews::isInReview)
        .map(
            present -> {
              Review review = assigned(present, deed);
              Instant now = locked.now();
              List<Violation> missing = missing(review);
              if (!missing.isEmpty()) {
                throw new IncompleteException(present, missing, now);
              }
              List<String> rejected = review.items(Standing.REJECTED);
              reviews.complete(present.id(), rejected, deed.actor(), now);
              events.reviewed(
                  present, review.items().size() - rejected.size(), rejected.size(), now);
              audit.record("review-completed", present.subject(), Map.of("rejected", rejected));
              return assessments.moveTo(AssessmentState.REVIEWED, present.id());
            });
  }

  private static List<Violation> missing(Review review) {
    List<Violation> missing = new ArrayList<>();
    if (review.hasTooFewAssessors()) {
      missing.add(
          new Violation(
              "assessors",
              "too-few",
              "%d of %d assessors are assigned"
                  .formatted(review.assessors().size(), review.assessorsNeeded())));
    }
    for (String item : review.items()) {
      switch (review.standing(item)) {
        case UNDECIDED -> missing.add(new Violation(item, "undecided", item + " is not decided"));
        case ASKED ->
            missing.add(new Violation(item, "asked", item + " waits for the enterprise's answer"));
        case DISAGREEMENT ->
            missing.add(
                new Violation(item, "disagreement", "the assessors disagree about " + item));
        case ACCEPTED, REJECTED -> {}
      }
    }
    return missing;
  }

  private Review assigned(Assessment present, Deed deed) {
    Review review = reviews.find(present.id()).orElseThrow();
    if (!review.assessors().contains(deed.actor())) {
      throw WrongAssessorException.notAssigned();
    }
    return review;
  }

  private static boolean isInReview(Assessment present, Instant now) {
    return present.state() == AssessmentState.IN_REVIEW;
  }
}
