package org.carbonpublicity.disclosure.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carbonpublicity.disclosure.batch.events.BatchEvents;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.jspecify.annotations.Nullable;

/** Opens batches and takes them from state to state. */
@ApplicationScoped
public class Batches {

  private final BatchRepository repository;
  private final BatchEvents events;
  private final Event<PublicationAccepted> accepted;
  private final Clock clock;

  Batches(
      BatchRepository repository,
      BatchEvents events,
      Event<PublicationAccepted> accepted,
      Clock clock) {
    this.repository = repository;
    this.events = events;
    this.accepted = accepted;
    this.clock = clock;
  }

  /** What an analyst states of a batch; months as YYYY-MM. */
  public record Draft(
      String title,
      @Nullable String launchFrom,
      @Nullable String launchTo,
      @Nullable LocalDate feedbackDeadline) {}

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
    return batch;
  }

  public Optional<Batch> find(int number) {
    return repository.find(number);
  }

  /** Batches in any of the states by number, after the given one. */
  public List<Batch> list(List<BatchState> states, int after, int limit) {
    return repository.list(states, after, limit);
  }

  /**
   * Replaces what is stated of a batch.
   *
   * @param change sees the present state, locked; throws when the change must not happen
   * @throws BatchConflictException when it is published, or being changed
   */
  @Transactional
  public Optional<Batch> change(int number, Function<Batch, Draft> change) {
    return repository
        .lock(number)
        .map(
            batch -> {
              Draft draft = change.apply(batch);
              refuseUnless(
                  batch,
                  batch.state() == BatchState.DRAFT || batch.state() == BatchState.IN_REVIEW,
                  "a change");
              repository.update(number, draft);
              return repository.find(number).orElseThrow();
            });
  }

  /**
   * Opens the review: preliminary footprints become visible to their automakers.
   *
   * @throws BatchConflictException when it is not a draft, or empty
   */
  @Transactional
  public Optional<Batch> review(int number, Consumer<Batch> precondition) {
    return repository
        .lock(number)
        .map(
            batch -> {
              precondition.accept(batch);
              refuseUnless(batch, batch.state() == BatchState.DRAFT, "review");
              refuseEmpty(batch);
              Instant now = clock.instant();
              repository.startReview(number, now);
              events.reviewStarted(batch, now);
              return repository.find(number).orElseThrow();
            });
  }

  /**
   * Accepts a batch for publication and gives it the next publication number.
   *
   * @param waivedReason why a draft is published without review; null after a review
   * @throws BatchConflictException when its state does not allow it, or it is empty
   */
  @Transactional
  public Optional<Batch> publish(
      int number, @Nullable String waivedReason, String actor, Consumer<Batch> precondition) {
    return repository
        .lock(number)
        .map(
            batch -> {
              precondition.accept(batch);
              boolean waived = batch.state() == BatchState.DRAFT && waivedReason != null;
              refuseUnless(batch, waived || batch.state() == BatchState.IN_REVIEW, "publication");
              refuseEmpty(batch);
              repository.accept(number, waived ? waivedReason : null, clock.instant(), actor);
              accepted.fire(new PublicationAccepted(number));
              return repository.find(number).orElseThrow();
            });
  }

  private static void refuseUnless(Batch batch, boolean allowed, String wanted) {
    if (!allowed) {
      throw BatchConflictException.state(batch, wanted);
    }
  }

  private static void refuseEmpty(Batch batch) {
    if (batch.models() == 0) {
      throw BatchConflictException.empty(batch.number());
    }
  }
}
