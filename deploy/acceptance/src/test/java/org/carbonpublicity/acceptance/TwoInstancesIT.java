package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.demo.DemoLoader;
import org.junit.jupiter.api.Test;

/** Two instances of each service at once: the same results, the work shared, one relay each. */
class TwoInstancesIT {

  @Test
  void comeToTheSameResultsAndShareTheWork() {
    Map<String, Object> alone = new Disclosures(DemoPlatform.loaded().platform().address()).rows(2);

    try (Platform platform = DemoPlatform.start()) {
      Part.SERVICES.forEach(platform::startSecondInstance);
      EventLog events = new EventLog(platform);
      // The second members have to be given their share of the partitions first.
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(events.members(Part.RATING)).isEqualTo(2);
                assertThat(events.members(Part.REPORTING)).isEqualTo(2);
              });
      DemoLoader loader = DemoPlatform.loader(platform);
      loader.activateScheme();
      loader.registerEnterprises();
      loader.importFleet();
      loader.publishFleet();
      loader.openBatch4();
      loader.giveFeedback();
      loader.publishBatch4();

      assertThat(new Disclosures(platform.address()).rows(2)).isEqualTo(alone);
      for (Part consumer : new Part[] {Part.RATING, Part.REPORTING}) {
        for (int instance = 1; instance <= 2; instance++) {
          assertThat(events.metric(consumer, instance, "messaging_events_total"))
              .as("events handled by %s %d", consumer, instance)
              .isPositive();
        }
      }
      for (Part service : Part.SERVICES) {
        assertThat(
                events.metric(service, 1, "messaging_relay_active")
                    + events.metric(service, 2, "messaging_relay_active"))
            .as("active relays of %s", service)
            .isEqualTo(1);
      }
    }
  }
}
