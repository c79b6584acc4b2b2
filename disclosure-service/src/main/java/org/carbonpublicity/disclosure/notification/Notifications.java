package org.carbonpublicity.disclosure.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.DeadlineExtension;
import org.carbonpublicity.disclosure.batch.Deadlines;
import org.carbonpublicity.disclosure.batch.Participants;
import org.carbonpublicity.disclosure.notification.events.NotificationEvents;
import org.carbonpublicity.disclosure.notification.persistence.NotificationRepository;
import org.carbonpublicity.disclosure.notification.persistence.NotificationRepository.Due;

/** Tells automakers what they must know, in the transaction of the fact, and what was told. */
@ApplicationScoped
public class Notifications implements Participants {

  /** Days before a deadline from which it is near. */
  static final int NEAR_DAYS = 7;

  private final NotificationRepository repository;
  private final NotificationEvents events;
  private final Deadlines deadlines;
  private final Clock clock;

  Notifications(
      NotificationRepository repository,
      NotificationEvents events,
      Deadlines deadlines,
      Clock clock) {
    this.repository = repository;
    this.events = events;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void reviewOpened(int batch) {
    tell(NotificationKind.REVIEW_OPENED, Batch.subject(batch), Audience.of(batch), Map.of());
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void cancelled(int batch, String reason) {
    tell(
        NotificationKind.CANCELLED,
        Batch.subject(batch),
        Audience.of(batch),
        Map.of("reason", reason));
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void deadlineExtended(DeadlineExtension extension) {
    Audience audience = Audience.of(extension.batch());
    tell(
        NotificationKind.DEADLINE_EXTENDED,
        "extension/" + extension.id(),
        extension.enterprise() == null ? audience : audience.only(extension.enterprise()),
        Map.of("reason", extension.reason()));
  }

  /** Tells every enterprise with models in the batch that they are public. */
  @Transactional(TxType.MANDATORY)
  public void published(int batch) {
    tell(NotificationKind.PUBLISHED, Batch.subject(batch), Audience.of(batch), Map.of());
  }

  /**
   * Tells an enterprise of a question about a model.
   *
   * @param fact names this question and no other
   */
  @Transactional(TxType.MANDATORY)
  public void questioned(String enterprise, String fact, int batch, String model, String text) {
    tell(
        enterprise,
        NotificationKind.QUESTION,
        fact,
        batch,
        Map.of("batch", String.valueOf(batch), "model", model, "text", text));
  }

  /**
   * Tells enterprises that what a form corrected was calculated anew.
   *
   * @param models that were corrected
   */
  @Transactional(TxType.MANDATORY)
  public void corrected(List<String> enterprises, String form, int batch, long models) {
    for (String enterprise : enterprises) {
      tell(
          enterprise,
          NotificationKind.RECALCULATED,
          "form/" + form,
          batch,
          Map.of("batch", String.valueOf(batch), "models", String.valueOf(models)));
    }
  }

  /**
   * Tells the enterprises whose models were calculated anew after the review was closed.
   *
   * @param factorSet in force then
   */
  @Transactional(TxType.MANDATORY)
  public void recalculated(int batch, String factorSet) {
    tell(
        NotificationKind.RECALCULATED,
        Batch.subject(batch) + "/" + factorSet,
        Audience.of(batch).recalculated(),
        Map.of());
  }

  /**
   * Tells of deadlines that have come near whoever has not answered everything; each is told once,
   * whoever asks and how often.
   *
   * @return notifications
   */
  @Transactional(TxType.REQUIRES_NEW)
  public int tellNearDeadlines() {
    LocalDate today = deadlines.today();
    int told = 0;
    for (Due due : repository.due(today, today.plusDays(NEAR_DAYS))) {
      told +=
          tell(
              due.enterprise(),
              NotificationKind.DEADLINE_NEAR,
              due.fact(),
              due.batch(),
              Map.of(
                  "batch", String.valueOf(due.batch()),
                  "title", due.title(),
                  "deadline", due.deadline().toString(),
                  "models", String.valueOf(due.unanswered())));
    }
    return told;
  }

  private void tell(
      NotificationKind kind, String fact, Audience audience, Map<String, String> parameters) {
    events.notified(repository.tellAll(kind, fact, audience, parameters, clock.instant()));
  }

  private int tell(
      String enterprise,
      NotificationKind kind,
      String fact,
      int batch,
      Map<String, String> parameters) {
    List<Notification> told =
        repository.tell(enterprise, kind, fact, batch, parameters, clock.instant());
    events.notified(told);
    return told.size();
  }

  /**
   * Marks a notification as read; the first reader counts.
   *
   * @return empty when none of the enterprises has it
   */
  @Transactional
  public Optional<Notification> read(long id, Set<String> enterprises, String actor) {
    repository.markRead(id, enterprises, actor, clock.instant());
    return repository.find(id, enterprises);
  }
}
