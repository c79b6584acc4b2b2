package org.carbonpublicity.disclosure.batch.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Payload of {@code review-started.v1}. */
public record ReviewStarted(
    int batch, long models, @Nullable LocalDate feedbackDeadline, Instant startedAt) {

  public static final String TYPE = "review-started.v1";
}
