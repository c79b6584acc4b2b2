package org.carbonpublicity.disclosure.batch.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Payload of {@code batch-opened.v1}. */
public record BatchOpened(
    int batch,
    String title,
    @Nullable String launchFrom,
    @Nullable String launchTo,
    @Nullable LocalDate feedbackDeadline,
    Instant openedAt) {

  public static final String TYPE = "batch-opened.v1";
}
