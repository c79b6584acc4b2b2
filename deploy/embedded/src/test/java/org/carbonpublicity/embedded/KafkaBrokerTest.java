package org.carbonpublicity.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.carbonpublicity.embedded.testing.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  @TempDir Path directory;

  @Test
  void goesOnWithItsTopicsAfterARestart() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        TestEvents events = new TestEvents(broker.bootstrapServers())) {
      admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1))).all().get();
      events.send("kept", "told.v1", "key", "{\"n\":42}");
    }

    try (KafkaBroker broker = KafkaBroker.start(directory, 0);
        TestEvents events = new TestEvents(broker.bootstrapServers())) {
      assertThat(events.read("kept"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.type()).isEqualTo("told.v1");
                assertThat(event.json()).isEqualTo("{\"n\":42}");
              });
    }
  }
}
