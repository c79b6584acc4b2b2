package org.carbonpublicity.disclosure.batch.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code batch-published.v1}.
 *
 * @param footprints number of {@code footprint-published} events of this publication
 * @param withdrawals number of its {@code footprint-withdrawn} events; null for none
 * @param kind {@code CORRECTION}; null for a disclosure round
 */
public record BatchPublished(
    int batch,
    int publication,
    String title,
    long footprints,
    @Nullable Long withdrawals,
    @Nullable String kind,
    @Nullable LocalDate cutOff,
    Instant publishedAt) {

  public static final String TYPE = "batch-published.v1";
}
