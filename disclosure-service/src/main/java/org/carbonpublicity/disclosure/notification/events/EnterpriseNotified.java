package org.carbonpublicity.disclosure.notification.events;

import java.time.Instant;
import java.util.Map;
import org.carbonpublicity.disclosure.notification.Notification;
import org.carbonpublicity.disclosure.notification.NotificationKind;

/**
 * An enterprise was told what it must know.
 *
 * @param notification its number in the list of notifications
 * @param parameters what its text is made with
 */
record EnterpriseNotified(
    long notification,
    String enterprise,
    NotificationKind kind,
    int batch,
    Map<String, String> parameters,
    Instant notifiedAt) {

  static final String TYPE = "enterprise-notified.v1";

  static EnterpriseNotified of(Notification told) {
    return new EnterpriseNotified(
        told.id(), told.enterprise(), told.kind(), told.batch(), told.parameters(), told.at());
  }
}
