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
import org.carbonpublicity.assessment.evidence.EvidenceReferences;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.AssessmentStateException;
import org.carbonpublicity.assessment.result.Deed;
import org.carbonpublicity.assessment.result.LockedAssessments;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.review.Appeal.Dispute;
import org.carbonpublicity.assessment.review.Appeal.DisputedItem;
import org.carbonpublicity.assessment.review.Appeal.RulingDraft;
import org.carbonpublicity.assessment.review.events.ReviewEvents;
import org.carbonpublicity.assessment.review.persistence.AppealRepository;
import org.carbonpublicity.assessment.review.persistence.ReviewRepository;
import org.carbonpublicity.audit.Audit;

/**
 * Appeals against rejected items, one an assessment. Each deed answers with the assessment after
 * it, empty when there is none; what {@link LockedAssessments} refuses is refused by each.
 */
@ApplicationScoped
public class Appeals {

  private final LockedAssessments locked;
  private final EvidenceReferences evidence;
  private final AssessmentRepository assessments;
  private final ReviewRepository reviews;
  private final AppealRepository appeals;
  private final ReviewEvents events;
  private final Audit audit;

  Appeals(
      LockedAssessments locked,
      EvidenceReferences evidence,
      AssessmentRepository assessments,
      ReviewRepository reviews,
      AppealRepository appeals,
      ReviewEvents events,
      Audit audit) {
    this.locked = locked;
    this.evidence = evidence;
    this.assessments = assessments;
    this.reviews = reviews;
    this.appeals = appeals;
    this.events = events;
    this.audit = audit;
  }

  /** The appeal about an assessment, if there is one. */
  @Transactional
  public Optional<Appeal> find(UUID assessment) {
    return appeals.find(assessment);
  }

  /**
   * Files the appeal of a SHARED assessment before its response deadline.
   *
   * @throws InvalidReviewException when no item is disputed, or one that was not rejected
   * @throws AssessmentStateException also when the deadline is over, whether or not silence was
   *     taken for confirmation already
   */
  @Transactional
  public Optional<Assessment> file(Deed deed, List<Dispute> disputes) {
    return locked
        .byEnterprise(deed, "appeal", (present, now) -> present.state() == AssessmentState.SHARED)
        .map(
            present -> {
              Instant now = locked.now();
              if (present.isResponseOverdue(now)) {
                throw new AssessmentStateException(
                    present, "appeal", "the response deadline is over", now);
              }
              check(disputes, present.rejected());
              evidence.require(
                  present.enterprise(),
                  disputes.stream().flatMap(dispute -> dispute.evidence().stream()).toList());
              appeals.file(present.id(), disputes, deed.actor(), now);
              audit.record(
                  "appeal-filed",
                  present.subject(),
                  Map.of("items", disputes.stream().map(Dispute::item).toList()));
              return assessments.moveTo(AssessmentState.APPEALED, present.id());
            });
  }

  private static void check(List<Dispute> disputes, Set<String> rejected) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < disputes.size(); i++) {
      String item = disputes.get(i).item();
      String field = "items[" + i + "].item";
      if (!rejected.contains(item)) {
        violations.add(new Violation(field, "not-rejected", "the item was not rejected"));
      } else if (!seen.add(item)) {
        violations.add(
            new Violation(field, "duplicate-item", item + " is disputed more than once"));
      }
    }
    InvalidReviewException.refuse(violations);
  }

  /**
   * Takes rulings on disputed items; until the appeal is decided they may change.
   *
   * @throws WrongAssessorException when the actor was among the reviewers
   * @throws InvalidReviewException when one of them cannot be taken; then none is
   */
  @Transactional
  public Optional<Assessment> rule(Deed deed, List<RulingDraft> rulings) {
    return locked
        .byAssessor(deed, "deciding the appeal", Appeals::isAppealed)
        .map(
            present -> {
              refuseReviewer(present, deed);
              check(rulings, appeals.find(present.id()).orElseThrow());
              Instant now = locked.now();
              rulings.forEach(ruling -> appeals.rule(present.id(), ruling, deed.actor(), now));
              Map<String, Ruling> taken = new TreeMap<>();
              rulings.forEach(ruling -> taken.put(ruling.item(), ruling.ruling()));
              audit.record("disputed-items-ruled", present.subject(), taken);
              return assessments.touch(present.id());
            });
  }

  private static void check(List<RulingDraft> rulings, Appeal appeal) {
    List<String> disputed = appeal.items().stream().map(DisputedItem::item).toList();
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < rulings.size(); i++) {
      String item = rulings.get(i).item();
      String field = "decisions[" + i + "].item";
      if (!disputed.contains(item)) {
        violations.add(new Violation(field, "not-disputed", "the item is not disputed"));
      } else if (!seen.add(item)) {
        violations.add(new Violation(field, "duplicate-item", item + " is decided more than once"));
      }
    }
    InvalidReviewException.refuse(violations);
  }

  /**
   * Ends an appeal of which every item is ruled on. The event that is told has it scored again.
   *
   * @throws WrongAssessorException when the actor was among the reviewers
   * @throws IncompleteException when an item is not ruled on
   */
  @Transactional
  public Optional<Assessment> decide(Deed deed) {
    return locked
        .byAssessor(deed, "decision", Appeals::isAppealed)
        .map(
            present -> {
              refuseReviewer(present, deed);
              Instant now = locked.now();
              Appeal appeal = appeals.find(present.id()).orElseThrow();
              List<Violation> missing =
                  appeal.items().stream()
                      .filter(item -> item.ruling() == null)
                      .map(DisputedItem::item)
                      .map(item -> new Violation(item, "undecided", item + " is not decided"))
                      .toList();
              if (!missing.isEmpty()) {
                throw new IncompleteException(present, missing, now);
              }
              appeals.decide(present.id(), deed.actor(), now);
              int granted = appeal.granted().size();
              events.appealDecided(present, granted, appeal.items().size() - granted, now);
              audit.record(
                  "appeal-decided",
                  present.subject(),
                  Map.of("granted", new TreeSet<>(appeal.granted())));
              return assessments.moveTo(AssessmentState.DECIDED, present.id());
            });
  }

  private void refuseReviewer(Assessment present, Deed deed) {
    if (reviews.find(present.id()).orElseThrow().reviewers().contains(deed.actor())) {
      throw WrongAssessorException.reviewer();
    }
  }

  private static boolean isAppealed(Assessment present, Instant now) {
    return present.state() == AssessmentState.APPEALED;
  }
}
