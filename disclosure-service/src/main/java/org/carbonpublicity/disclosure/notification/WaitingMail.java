package org.carbonpublicity.disclosure.notification;

/**
 * A mail whose turn it is.
 *
 * @param attempts this one included
 */
public record WaitingMail(
    Notification notification, String address, String language, int attempts) {

  /** The same whenever this mail is sent, so that a receiver can tell a repetition. */
  String messageId() {
    return "<notification-"
        + notification.id()
        + "-"
        + Integer.toHexString(address.hashCode())
        + "@carbon-publicity.org>";
  }
}
