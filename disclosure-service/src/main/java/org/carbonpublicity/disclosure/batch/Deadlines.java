package org.carbonpublicity.disclosure.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Deadlines are days; a day ends at midnight of the place whose automakers answer. */
@ApplicationScoped
public class Deadlines {

  private final Clock clock;
  private final ZoneId zone;

  Deadlines(Clock clock, @ConfigProperty(name = "disclosure.zone") ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** False where there is none. */
  public boolean hasPassed(@Nullable LocalDate deadline) {
    return deadline != null && deadline.isBefore(today());
  }

  /** Whole days until it passes: 0 on its last day and after it; null where there is none. */
  public @Nullable Long daysLeft(@Nullable LocalDate deadline) {
    return deadline == null ? null : Math.max(0, ChronoUnit.DAYS.between(today(), deadline));
  }

  /** The first moment after it. */
  public Instant end(LocalDate deadline) {
    return deadline.plusDays(1).atStartOfDay(zone).toInstant();
  }

  String zone() {
    return zone.getId();
  }
}
