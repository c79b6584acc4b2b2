package org.carbonpublicity.disclosure.enterprise.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;

/** Tells of enterprises, in the caller's transaction. */
@ApplicationScoped
public class EnterpriseEvents {

  private final Outbox outbox;

  EnterpriseEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  public void registered(Enterprise enterprise) {
    outbox.append(
        Topics.ENTERPRISES,
        EnterpriseRegistered.TYPE,
        enterprise.code(),
        EnterpriseRegistered.of(enterprise));
  }
}
