package org.carbonpublicity.messaging.relay;

/** Header names of CloudEvents 1.0 in binary mode over Kafka, and those of dead letters. */
public final class Envelope {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACE_PARENT = "traceparent";
  public static final String DEAD_REASON = "dead-letter-reason";
  public static final String DEAD_ORIGIN = "dead-letter-origin";

  /**
   * The {@code ce_type} of a record without a value, by which a compacted topic forgets a key: it
   * tells nothing that an event before it has not told, and counts nowhere.
   */
  public static final String TOMBSTONE = "tombstone";

  private Envelope() {}
}
