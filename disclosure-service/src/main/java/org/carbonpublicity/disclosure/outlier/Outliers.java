package org.carbonpublicity.disclosure.outlier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.disclosure.outlier.Outlier.Kind;
import org.carbonpublicity.disclosure.outlier.persistence.OutlierRepository;
import org.carbonpublicity.disclosure.outlier.persistence.OutlierRepository.Viewer;

/** The queue of what stands out: analysts accept or ask, automakers answer. */
@ApplicationScoped
public class Outliers {

  private final OutlierRepository repository;
  private final Audit audit;
  private final Notifications notifications;
  private final Event<ScanRequested> requested;
  private final Clock clock;

  Outliers(
      OutlierRepository repository,
      Audit audit,
      Notifications notifications,
      Event<ScanRequested> requested,
      Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.notifications = notifications;
    this.requested = requested;
    this.clock = clock;
  }

  /** Asks for a scan of a batch, in the transaction that changes its models. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requestScan(int batch) {
    repository.requestScan(batch);
    requested.fire(new ScanRequested(batch));
  }

  /**
   * Says something of an outlier.
   *
   * @return empty when there is none that the viewer may see
   * @throws OutlierConflictException when its state does not allow it
   */
  @Transactional
  public Optional<Outlier> say(
      int batch, UUID id, Kind kind, String text, String actor, Viewer viewer) {
    Outlier present = repository.lock(batch, id, viewer).orElse(null);
    if (present == null) {
      return Optional.empty();
    }
    if (!present.state().allowed().contains(kind.key())) {
      throw new OutlierConflictException(present.state(), kind.key());
    }
    Instant now = clock.instant();
    OutlierState next =
        switch (kind) {
          case QUESTION -> OutlierState.QUESTIONED;
          case ANSWER -> OutlierState.ANSWERED;
          case ACCEPTANCE -> OutlierState.ACCEPTED;
        };
    repository.remark(id, next, kind, text, actor, now);
    audit.record(
        "outlier-" + next.name().toLowerCase(java.util.Locale.ROOT),
        "vehicle-model/" + present.modelCode(),
        Map.of("batch", batch, "outlier", id.toString(), "rule", present.rule(), "text", text));
    if (kind == Kind.QUESTION) {
      notifications.questioned(
          present.enterprise(),
          "outlier/" + id + "/" + (present.remarks().size() + 1),
          batch,
          present.modelCode(),
          text);
    }
    return repository.find(batch, id, viewer);
  }
}
