package org.carbonpublicity.disclosure.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonpublicity.disclosure.audit.Audit;
import org.carbonpublicity.disclosure.batch.events.BatchOpened;
import org.carbonpublicity.disclosure.batch.events.ReviewStarted;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/** Opens batches and takes them from state to state. */
@ApplicationScoped
public class Batches {

  private final BatchRepository repository;
  private final Outbox outbox;
  private final Audit audit;
  private final Notifications notifications;
  private final Event<PublicationAccepted> accepted;
  private final Clock clock;

  Batches(
      BatchRepository repository,
      Outbox outbox,
      Audit audit,
      Notifications notifications,
      Event<PublicationAccepted> accepted,
      Clock clock) {
    this.repository = repository;
    this.outbox = outbox;
    this.audit = audit;
    this.notifications = notifications;
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
    int given = number == null ? repository.nextNumber() : number;
    Instant now = clock.instant();
    repository.insert(given, draft, now, actor);
    outbox.append(
        Topics.BATCHES,
        BatchOpened.TYPE,
        String.valueOf(given),
        new BatchOpened(
            given,
            draft.title(),
            draft.launchFrom(),
            draft.launchTo(),
            draft.feedbackDeadline(),
            now));
    audit.record("batch-opened", "batch/" + given, told(draft));
    return repository.find(given).orElseThrow();
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
   * @param precondition sees the present state, locked; throws when the change must not happen
   * @throws BatchConflictException when it is published, or being changed
   */
  @Transactional
  public Optional<Batch> change(int number, Draft draft, Consumer<Batch> precondition) {
    return repository
        .lock(number)
        .map(
            batch -> {
              precondition.accept(batch);
              refuseUnless(
                  batch,
                  batch.state() == BatchState.DRAFT || batch.state() == BatchState.IN_REVIEW,
                  "a change");
              repository.update(number, draft);
              audit.record("batch-changed", "batch/" + number, told(draft));
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
              outbox.append(
                  Topics.BATCHES,
                  ReviewStarted.TYPE,
                  String.valueOf(number),
                  new ReviewStarted(number, batch.models(), batch.feedbackDeadline(), now));
              audit.record("review-started", "batch/" + number, Map.of("models", batch.models()));
              notifications.reviewOpened(number);
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
              audit.record(
                  "publication-accepted",
                  "batch/" + number,
                  Map.of("reviewWaivedReason", Optional.ofNullable(waived ? waivedReason : null)));
              return repository.find(number).orElseThrow();
            });
  }

  private static Map<String, ?> told(Draft draft) {
    return Map.of(
        "title",
        draft.title(),
        "launchFrom",
        Optional.ofNullable(draft.launchFrom()),
        "launchTo",
        Optional.ofNullable(draft.launchTo()),
        "feedbackDeadline",
        Optional.ofNullable(draft.feedbackDeadline()));
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
