package org.carbonpublicity.disclosure.batch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code review-closed.v1}.
 *
 * @param silent models whose automaker was silent until the deadline, which counts as agreement
 * @param outstanding models that were not answered before their deadline; only of a waived review
 * @param waivedReason why the review was closed before the deadline
 */
public record ReviewClosed(
    int batch,
    long models,
    long corrected,
    long agreed,
    long silent,
    long outstanding,
    @Nullable String waivedReason,
    Instant closedAt) {

  public static final String TYPE = "review-closed.v1";
}
