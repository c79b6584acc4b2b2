package org.carbonpublicity.assessment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The time of this service: UTC, replaceable in tests. */
final class ClockConfig {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
