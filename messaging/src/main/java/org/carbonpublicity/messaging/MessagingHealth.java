package org.carbonpublicity.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready when events can flow; alive while no loop stands still. */
@ApplicationScoped
class MessagingHealth {

  private final MessagingLifecycle lifecycle;

  MessagingHealth(MessagingLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Produces
  @Readiness
  HealthCheck topicsStand() {
    return () -> HealthCheckResponse.named("messaging").status(lifecycle.ready()).build();
  }

  @Produces
  @Liveness
  HealthCheck nothingStalls() {
    return () -> {
      List<String> stalled = lifecycle.stalled();
      return HealthCheckResponse.named("messaging-loops")
          .status(stalled.isEmpty())
          .withData("stalled", String.join(", ", stalled))
          .build();
    };
  }
}
