package org.carbonpublicity.rating.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.messaging.topics.TopicCatalog;
import org.junit.jupiter.api.Test;

/**
 * The AsyncAPI document says what is: {@code ASYNCAPI_WRITE=true} in the environment takes over
 * what is not written by hand.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AsyncApiTest {

  @Inject @Any Instance<EventHandler> handlers;

  @Test
  void saysWhatSchemasSamplesAndTopicsSay() throws IOException {
    String current = AsyncApiDocument.current().text();
    if ("true".equals(System.getenv("ASYNCAPI_WRITE"))) {
      AsyncApiDocument.write(current);
    }

    assertThat(AsyncApiDocument.written()).isEqualTo(current);
  }

  @Test
  void isAnAsyncApiDocument() throws IOException {
    AsyncApiDocument document = AsyncApiDocument.current();
    try (InputStream schema =
        AsyncApiTest.class.getResourceAsStream("/asyncapi-3.0.0.schema.json")) {
      JsonSchema asyncApi =
          JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(Objects.requireNonNull(schema));

      assertThat(asyncApi.validate(document.root())).isEmpty();
    }
    assertThat(document.danglingReferences()).isEmpty();
  }

  @Test
  void namesEveryTopicOfThisService() throws IOException {
    Set<String> topics = new TreeSet<>();
    for (TopicCatalog.Topic topic : TopicCatalog.load().topics()) {
      if (topic.name().startsWith("rating.")) {
        topics.add(topic.name());
      }
      if (topic.consumers().contains("rating")) {
        topics.add(topic.name());
        topics.add(TopicCatalog.deadLetterTopic(topic.name(), "rating"));
      }
    }

    assertThat(AsyncApiDocument.current().addresses()).containsExactlyInAnyOrderElementsOf(topics);
  }

  @Test
  void receivesWhatHandlersHandle() throws IOException {
    AsyncApiDocument document = AsyncApiDocument.current();
    Map<String, Set<String>> handled = new TreeMap<>();
    Map<String, Set<String>> received = new TreeMap<>();
    for (EventHandler handler : handlers) {
      handled.put(handler.topic(), new TreeSet<>(handler.types()));
    }
    for (String topic : document.addresses()) {
      List<String> messages = document.messages("receive", topic);
      if (!messages.isEmpty()) {
        received.put(topic, new TreeSet<>(messages));
      }
    }

    assertThat(received).isEqualTo(handled);
  }

  @Test
  void sendsEveryEventThatHasASchema() throws IOException {
    AsyncApiDocument document = AsyncApiDocument.current();
    List<String> sent = new ArrayList<>();
    for (TopicCatalog.Topic topic : TopicCatalog.load().topics()) {
      if (topic.name().startsWith("rating.")) {
        List<String> messages = document.messages("send", topic.name());
        sent.addAll(messages.stream().filter(name -> !name.equals("tombstone")).toList());
        assertThat(messages.contains("tombstone"))
            // A label is never taken back: it is revoked.
            .as("%s has tombstones", topic.name())
            .isEqualTo(topic.name().equals(Topics.RATINGS));
      }
    }
    List<String> schemas =
        AsyncApiDocument.files(AsyncApiDocument.OWN_EVENTS, name -> name.endsWith(".schema.json"))
            .stream()
            .map(name -> name.substring(0, name.length() - ".schema.json".length()))
            .toList();

    assertThat(sent).containsExactlyInAnyOrderElementsOf(schemas);
  }

  @Test
  void showsExamplesThatKeepToTheirSchemas() throws IOException {
    for (JsonNode message : AsyncApiDocument.current().root().at("/components/messages")) {
      if (message.has("examples")) {
        JsonSchema schema =
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(message.at("/payload/schema"));
        assertThat(message.get("examples")).as(message.path("name").asText()).isNotEmpty();
        for (JsonNode example : message.get("examples")) {
          assertThat(schema.validate(example.get("payload"))).as(example.toString()).isEmpty();
        }
      }
    }
  }
}
