package org.carbonpublicity.rating.label.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.OutboxBatch;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.LabelState;

/** Tells of certificates, in the transaction that changes them; their rows are locked by then. */
@ApplicationScoped
public class LabelAnnouncements {

  private final Outbox outbox;

  LabelAnnouncements(Outbox outbox) {
    this.outbox = outbox;
  }

  public void issued(Label label) {
    Certificate certificate = label.issued();
    outbox.append(
        Topics.LABELS,
        LabelIssued.TYPE,
        certificate.serial().toString(),
        LabelIssued.of(certificate));
  }

  /**
   * Certificates have another status.
   *
   * @param labels as they are now
   */
  public void changed(Collection<Label> labels, LabelState previous) {
    if (labels.isEmpty()) {
      return;
    }
    try (OutboxBatch batch = outbox.batch(Topics.LABELS, LabelStatusChanged.TYPE)) {
      labels.forEach(
          label ->
              batch.add(
                  label.issued().serial().toString(), LabelStatusChanged.of(label, previous)));
    }
  }
}
