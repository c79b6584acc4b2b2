package org.carbonpublicity.messaging;

/** The payload of an event is larger than the broker would take; nothing was appended. */
public class EventTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EventTooLargeException(String type, int bytes, int limit) {
    super("%s has %d bytes, at most %d are sent".formatted(type, bytes, limit));
  }
}
