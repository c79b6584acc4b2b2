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
import org.carbonpublicity.disclosure.notification.persistence.NotificationRepository;

/** Tells automakers what they must know, in the transaction of the fact, and what was told. */
@ApplicationScoped
public class Notifications {

  /** Days before a deadline from which it is near. */
  static final int NEAR_DAYS = 7;

  private final NotificationRepository repository;
  private final Clock clock;

  Notifications(NotificationRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** Tells every enterprise with models in the batch that they are in review. */
  @Transactional(TxType.MANDATORY)
  public void reviewOpened(int batch) {
    repository.tellAll(NotificationKind.REVIEW_OPENED, "batch/" + batch, batch, clock.instant());
  }

  /** Tells every enterprise with models in the batch that they are public. */
  @Transactional(TxType.MANDATORY)
  public void published(int batch) {
    repository.tellAll(NotificationKind.PUBLISHED, "batch/" + batch, batch, clock.instant());
  }

  /**
   * Tells an enterprise of a question about a model.
   *
   * @param fact names this question and no other
   */
  @Transactional(TxType.MANDATORY)
  public void questioned(String enterprise, String fact, int batch, String model, String text) {
    repository.tell(
        enterprise,
        NotificationKind.QUESTION,
        fact,
        batch,
        Map.of("batch", String.valueOf(batch), "model", model, "text", text),
        clock.instant());
  }

  /**
   * Tells enterprises that models of theirs were recalculated.
   *
   * @param fact names this recalculation and no other
   */
  @Transactional(TxType.MANDATORY)
  public void recalculated(List<String> enterprises, String fact, int batch, long models) {
    for (String enterprise : enterprises) {
      repository.tell(
          enterprise,
          NotificationKind.RECALCULATED,
          fact,
          batch,
          Map.of("batch", String.valueOf(batch), "models", String.valueOf(models)),
          clock.instant());
    }
  }

  /** Tells of deadlines that have come near; each is told once, whoever asks and how often. */
  @Transactional(TxType.REQUIRES_NEW)
  public int tellNearDeadlines() {
    LocalDate today = LocalDate.now(clock);
    int told = 0;
    for (NotificationRepository.Due due : repository.due(today, today.plusDays(NEAR_DAYS))) {
      told +=
          repository.tellAll(
              NotificationKind.DEADLINE_NEAR,
              "batch/" + due.batch() + "/" + due.deadline(),
              due.batch(),
              clock.instant());
    }
    return told;
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
