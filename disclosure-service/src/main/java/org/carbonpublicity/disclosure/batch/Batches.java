package org.carbonpublicity.disclosure.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.events.BatchEvents;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.jspecify.annotations.Nullable;

/** Opens batches, changes what is stated of them, starts their review and gives them up. */
@ApplicationScoped
public class Batches {

  private final BatchRepository repository;
  private final Deadlines deadlines;
  private final BatchEvents events;
  private final Audit audit;
  private final Participants participants;
  private final Clock clock;

  Batches(
      BatchRepository repository,
      Deadlines deadlines,
      BatchEvents events,
      Audit audit,
      Participants participants,
      Clock clock) {
    this.repository = repository;
    this.deadlines = deadlines;
    this.events = events;
    this.audit = audit;
    this.participants = participants;
    this.clock = clock;
  }

  /**
   * What an analyst states of a batch; months as YYYY-MM.
   *
   * @param cutOffDate the last day that it covers; null for the end of the launch window
   */
  public record Draft(
      String title,
      @Nullable String launchFrom,
      @Nullable String launchTo,
      @Nullable LocalDate feedbackDeadline,
      @Nullable LocalDate cutOffDate) {}

  /**
   * Opens a batch, under the next number when none is given.
   *
   * @throws BatchConflictException when the number is in use
   */
  @Transactional
  public Batch open(@Nullable Integer number, Draft draft, String actor) {
    Instant now = clock.instant();
    int given = number == null ? repository.nextNumber() : number;
    while (!repository.insert(given, draft, now, actor)) {
      if (number != null) {
        throw BatchConflictException.exists(number);
      }
      // Another request took the next number meanwhile.
      given = repository.nextNumber();
    }
    Batch batch = repository.find(given).orElseThrow();
    events.opened(batch, now);
    audit.record("batch-opened", batch.subject(), told(draft));
    return batch;
  }

  public Optional<Batch> find(int number) {
    return repository.find(number);
  }

  /**
   * Disclosure rounds, or corrections, in any of the states by number, after the given one.
   *
   * @param reviewedOnly leaves out what was cancelled before its review
   */
  public List<Batch> list(
      boolean corrections, List<BatchState> states, boolean reviewedOnly, int after, int limit) {
    return repository.list(corrections, states, reviewedOnly, after, limit);
  }

  /**
   * Replaces what is stated of a batch.
   *
   * @param change sees the present state, locked; throws when the change must not happen
   * @throws BatchConflictException when its state does not allow it, it is being changed, or a
   *     deadline that automakers know of would move without a reason
   */
  @Transactional
  public Optional<Batch> change(int number, Function<Batch, Draft> change) {
    return repository
        .lock(number)
        .map(
            batch -> {
              Draft draft = change.apply(batch);
              refuseUnless(batch, "change");
              LocalDate deadline = batch.feedbackDeadline();
              if (batch.state() == BatchState.IN_REVIEW
                  && deadline != null
                  && !deadline.equals(draft.feedbackDeadline())) {
                throw BatchConflictException.deadlineFixed(batch);
              }
              repository.update(number, draft);
              audit.record("batch-changed", batch.subject(), told(draft));
              return repository.find(number).orElseThrow();
            });
  }

  /**
   * Opens the review: preliminary footprints become visible to their automakers.
   *
   * @throws BatchConflictException when it is not a draft, empty, or its deadline has passed
   */
  @Transactional
  public Optional<Batch> review(int number, Consumer<Batch> precondition) {
    return repository
        .lock(number)
        .map(
            batch -> {
              precondition.accept(batch);
              refuseUnless(batch, "review");
              refuseEmpty(batch);
              LocalDate deadline = batch.feedbackDeadline();
              if (deadline != null && deadlines.hasPassed(deadline)) {
                // Everybody's silence would count before anybody could answer.
                throw BatchConflictException.deadlinePassed(
                    batch, "", deadline, List.of("change", "cancellation"));
              }
              Instant now = clock.instant();
              repository.startReview(number, now);
              events.reviewStarted(batch, now);
              participants.reviewOpened(number);
              audit.record("review-started", batch.subject(), Map.of("models", batch.models()));
              return repository.find(number).orElseThrow();
            });
  }

  /**
   * Gives a batch up before its review is closed; its models may be imported into another one.
   *
   * @throws BatchConflictException when its state does not allow it, or it is being changed
   */
  @Transactional
  public Optional<Batch> cancel(
      int number, String reason, String actor, Consumer<Batch> precondition) {
    return repository
        .lock(number)
        .map(
            batch -> {
              precondition.accept(batch);
              refuseUnless(batch, "cancellation");
              Instant now = clock.instant();
              repository.cancel(number, reason, now, actor);
              events.cancelled(batch, reason, now);
              if (batch.state() == BatchState.IN_REVIEW) {
                participants.cancelled(number, reason);
              }
              audit.record("batch-cancelled", batch.subject(), Map.of("reason", reason));
              return repository.find(number).orElseThrow();
            });
  }

  private static Map<String, ?> told(Draft draft) {
    return Map.of(
        "title", draft.title(),
        "launchFrom", Optional.ofNullable(draft.launchFrom()),
        "launchTo", Optional.ofNullable(draft.launchTo()),
        "feedbackDeadline", Optional.ofNullable(draft.feedbackDeadline()),
        "cutOffDate", Optional.ofNullable(draft.cutOffDate()));
  }

  static void refuseUnless(Batch batch, String transition) {
    if (!batch.state().allows(transition)) {
      throw BatchConflictException.state(batch, transition);
    }
  }

  static void refuseEmpty(Batch batch) {
    if (batch.models() == 0) {
      throw BatchConflictException.empty(batch.number());
    }
  }
}
