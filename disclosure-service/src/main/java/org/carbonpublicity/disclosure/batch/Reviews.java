package org.carbonpublicity.disclosure.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.events.BatchEvents;
import org.carbonpublicity.disclosure.batch.events.ReviewClosed;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.carbonpublicity.disclosure.batch.persistence.ReviewRepository;
import org.carbonpublicity.disclosure.batch.persistence.ReviewRepository.Counts;
import org.carbonpublicity.disclosure.batch.persistence.ReviewRepository.Summary;
import org.jspecify.annotations.Nullable;

/** What happens while automakers answer: progress, more time, and the end of it. */
@ApplicationScoped
public class Reviews {

  private final BatchRepository batches;
  private final ReviewRepository repository;
  private final Deadlines deadlines;
  private final BatchEvents events;
  private final Audit audit;
  private final Participants participants;
  private final Clock clock;

  Reviews(
      BatchRepository batches,
      ReviewRepository repository,
      Deadlines deadlines,
      BatchEvents events,
      Audit audit,
      Participants participants,
      Clock clock) {
    this.batches = batches;
    this.repository = repository;
    this.deadlines = deadlines;
    this.events = events;
    this.audit = audit;
    this.participants = participants;
    this.clock = clock;
  }

  /**
   * Progress per enterprise, by code.
   *
   * @param enterprises whose; null for all
   */
  @Transactional
  public List<ReviewProgress> progress(
      Batch batch, @Nullable List<String> enterprises, String after, int limit) {
    return repository.counts(batch.number(), enterprises, after, limit).stream()
        .map(counts -> progress(batch, counts))
        .toList();
  }

  private ReviewProgress progress(Batch batch, Counts counts) {
    boolean passed = deadlines.hasPassed(counts.deadline());
    // Recorded when the review is closed; it counts from the deadline on.
    boolean silent = passed && batch.state() == BatchState.IN_REVIEW;
    return new ReviewProgress(
        counts.enterprise(),
        counts.name(),
        counts.models(),
        counts.forms(),
        counts.corrected(),
        counts.agreed(),
        counts.notIdentifiable(),
        counts.outOfScope(),
        counts.noLongerProduced(),
        counts.silent() + (silent ? counts.unanswered() : 0),
        silent ? 0 : counts.unanswered(),
        counts.deadline(),
        deadlines.daysLeft(counts.deadline()),
        passed);
  }

  /**
   * Gives more time to all or to one enterprise.
   *
   * @param enterprise a registered code; null for all
   * @return empty when there is no such batch
   * @throws BatchConflictException when it is not in review, being changed, or has no deadline
   * @throws TooEarlyException when the deadline is not later than the one in force, or has passed
   */
  @Transactional
  public Optional<DeadlineExtension> extend(
      int number, @Nullable String enterprise, LocalDate deadline, String reason, String actor) {
    return batches
        .lock(number)
        .map(
            batch -> {
              Batches.refuseUnless(batch, "deadline-extensions");
              LocalDate inForce =
                  repository
                      .deadline(number, enterprise)
                      .orElseThrow(() -> BatchConflictException.noDeadline(batch));
              if (!deadline.isAfter(inForce) || deadlines.hasPassed(deadline)) {
                throw new TooEarlyException(inForce);
              }
              DeadlineExtension extension =
                  new DeadlineExtension(
                      UUID.randomUUID(),
                      number,
                      enterprise,
                      inForce,
                      deadline,
                      reason,
                      clock.instant(),
                      actor);
              repository.extend(extension);
              events.deadlineExtended(extension);
              participants.deadlineExtended(extension);
              audit.record(
                  "deadline-extended",
                  batch.subject(),
                  Map.of(
                      "enterprise", Optional.ofNullable(enterprise),
                      "from", inForce,
                      "to", deadline,
                      "reason", reason));
              return extension;
            });
  }

  /** An extension that extends nothing. */
  public static final class TooEarlyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooEarlyException(LocalDate inForce) {
      super("a day after " + inForce + ", which is in force, and not in the past");
    }
  }

  /** Extensions of a batch, oldest first; those for all, and those of the given ones or all. */
  public List<DeadlineExtension> extensions(int batch, @Nullable List<String> enterprises) {
    return repository.extensions(batch, enterprises);
  }

  /**
   * Refuses a form that comes too late, in the caller's transaction.
   *
   * @throws BatchConflictException when the deadline in force of one of the enterprises has passed
   */
  public void refuseLate(Batch batch, List<String> enterprises) {
    for (String enterprise : enterprises) {
      LocalDate deadline = repository.deadline(batch.number(), enterprise).orElse(null);
      if (deadline != null && deadlines.hasPassed(deadline)) {
        throw BatchConflictException.deadlinePassed(
            batch, " for enterprise " + enterprise, deadline, List.of("deadline-extensions"));
      }
    }
  }

  /**
   * Closes the review of a locked batch, in the caller's transaction: silence until the deadline is
   * recorded as such.
   *
   * @param wanted the transition that closes it
   * @param waivedReason why answers are not waited for; null to wait
   * @throws BatchConflictException when models are not answered before their deadline
   */
  void close(Batch batch, String wanted, @Nullable String waivedReason, String actor) {
    LocalDate today = deadlines.today();
    long outstanding = repository.outstanding(batch.number(), today);
    if (outstanding > 0 && waivedReason == null) {
      throw BatchConflictException.reviewOpen(batch, wanted, outstanding);
    }
    Instant now = clock.instant();
    String reason = outstanding > 0 ? waivedReason : null;
    repository.recordSilence(batch.number(), today, deadlines.zone(), now);
    batches.closeReview(batch.number(), reason, now, actor);
    Summary summary = repository.summary(batch.number());
    events.reviewClosed(
        new ReviewClosed(
            batch.number(),
            batch.models(),
            summary.corrected(),
            summary.agreed(),
            summary.silent(),
            summary.unanswered(),
            reason,
            now));
    audit.record(
        "review-closed",
        batch.subject(),
        Map.of(
            "corrected", summary.corrected(),
            "agreed", summary.agreed(),
            "silent", summary.silent(),
            "unanswered", summary.unanswered(),
            "reviewWaivedReason", Optional.ofNullable(reason)));
  }
}
