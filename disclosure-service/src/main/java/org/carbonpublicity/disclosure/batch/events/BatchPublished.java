package org.carbonpublicity.disclosure.batch.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code batch-published.v1}.
 *
 * @param footprints number of {@code footprint-published} events of this publication
 */
public record BatchPublished(
    int batch,
    int publication,
    String title,
    long footprints,
    @Nullable LocalDate cutOff,
    Instant publishedAt) {

  public static final String TYPE = "batch-published.v1";
}
