package org.carbonpublicity.disclosure.batch.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code deadline-extended.v1}.
 *
 * @param enterprise whose deadline; null for all
 */
public record DeadlineExtended(
    int batch,
    @Nullable String enterprise,
    LocalDate previousDeadline,
    LocalDate deadline,
    String reason,
    Instant extendedAt) {

  public static final String TYPE = "deadline-extended.v1";
}
