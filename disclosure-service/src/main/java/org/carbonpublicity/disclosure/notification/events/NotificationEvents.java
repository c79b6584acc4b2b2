package org.carbonpublicity.disclosure.notification.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonpublicity.disclosure.notification.Notification;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;

/** Tells other systems what enterprises were told, in the caller's transaction. */
@ApplicationScoped
public class NotificationEvents {

  private final Outbox outbox;

  NotificationEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  public void notified(List<Notification> told) {
    for (Notification notification : told) {
      outbox.append(
          Topics.NOTIFICATIONS,
          EnterpriseNotified.TYPE,
          notification.enterprise(),
          EnterpriseNotified.of(notification));
    }
  }
}
