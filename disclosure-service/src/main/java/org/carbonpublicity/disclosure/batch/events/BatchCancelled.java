package org.carbonpublicity.disclosure.batch.events;

import java.time.Instant;

/** Payload of {@code batch-cancelled.v1}. */
public record BatchCancelled(int batch, String title, String reason, Instant cancelledAt) {

  public static final String TYPE = "batch-cancelled.v1";
}
