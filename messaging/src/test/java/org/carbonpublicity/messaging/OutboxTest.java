package org.carbonpublicity.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class OutboxTest {

  @Inject Outbox outbox;
  @Inject Told told;
  @Inject OpenTelemetry telemetry;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void sendsWhatWasCommittedInItsOrder() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              outbox.append(Topics.EDITIONS, "ordered.v1", "7", Map.of("n", 1));
              outbox.append(Topics.EDITIONS, "ordered.v1", "7", Map.of("n", 2));
            });
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(Topics.EDITIONS, "ordered.v1", "7", Map.of("n", 3)));

    await()
        .untilAsserted(
            () ->
                assertThat(sent(Topics.EDITIONS, "ordered.v1"))
                    .extracting(SentEvent::json)
                    .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}"));
    await().untilAsserted(() -> assertThat(told.outboxRows("ordered.v1")).isZero());
  }

  @Test
  void wrapsEachEventInTheEnvelope() {
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(Topics.EDITIONS, "wrapped.v1", "8", Map.of("n", 1)));

    await()
        .untilAsserted(
            () ->
                assertThat(sent(Topics.EDITIONS, "wrapped.v1"))
                    .singleElement()
                    .satisfies(
                        event -> {
                          assertThat(event.key()).isEqualTo("8");
                          assertThat(event.headers())
                              .containsEntry("ce_specversion", "1.0")
                              .containsEntry("content-type", "application/json")
                              .containsKeys("ce_id", "ce_time");
                          assertThat(event.headers().get("ce_source"))
                              .startsWith("urn:carbonpublicity:rating-service:");
                        }));
  }

  @Test
  void sendsNothingOfWhatWasRolledBack() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.append(Topics.EDITIONS, "undone.v1", "9", Map.of("n", 1));
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessageContaining("on purpose");
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(Topics.EDITIONS, "afterwards.v1", "9", Map.of("n", 2)));

    await().untilAsserted(() -> assertThat(sent(Topics.EDITIONS, "afterwards.v1")).hasSize(1));
    assertThat(sent(Topics.EDITIONS, "undone.v1")).isEmpty();
  }

  @Test
  void refusesToAppendOutsideATransaction() {
    assertThatThrownBy(() -> outbox.append(Topics.EDITIONS, "loose.v1", "1", Map.of("n", 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
  }

  @Test
  void refusesWhatTheBrokerWouldNotTakeWhenItIsAppended() {
    Map<String, String> payload = Map.of("text", "x".repeat(Outbox.LARGEST_PAYLOAD));

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(Topics.EDITIONS, "huge.v1", "1", payload)))
        .isInstanceOf(EventTooLargeException.class);
  }

  @Test
  void packsManyEventsIntoFewRowsAndSendsEachByItself() {
    int events = 20_000;
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (OutboxBatch batch = outbox.batch(Topics.RATINGS, "packed.v1")) {
                IntStream.range(0, events).forEach(n -> batch.add("K" + n, Map.of("n", n)));
              }
              assertThat(told.outboxRows("packed.v1")).isBetween(1L, 40L);
            });

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              List<SentEvent> sent = sent(Topics.RATINGS, "packed.v1");
              assertThat(sent).hasSize(events);
              assertThat(sent.stream().map(e -> e.headers().get("ce_id")).distinct())
                  .hasSize(events);
            });
  }

  @Test
  void handsItsEventsToAListenerOnceAndInOrder() {
    for (long n = 1; n <= 50; n++) {
      long value = n;
      QuarkusTransaction.requiringNew()
          .run(() -> outbox.append(Topics.BATCHES, "told.v1", "loop", new ToldHandler.Told(value)));
    }

    await()
        .untilAsserted(
            () ->
                assertThat(told.under("loop"))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList()));
  }

  @Test
  void carriesTheTraceOfTheAppendingCode() {
    Span span = telemetry.getTracer("test").spanBuilder("publication").startSpan();
    try (Scope scope = span.makeCurrent()) {
      QuarkusTransaction.requiringNew()
          .run(() -> outbox.append(Topics.EDITIONS, "traced.v1", "10", Map.of("n", 1)));
    } finally {
      span.end();
    }

    await()
        .untilAsserted(
            () ->
                assertThat(sent(Topics.EDITIONS, "traced.v1"))
                    .singleElement()
                    .satisfies(
                        event ->
                            assertThat(event.headers().get("traceparent"))
                                .contains(span.getSpanContext().getTraceId())));
  }

  @Test
  void sendsATombstoneThatListenersPassOver() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              outbox.append(Topics.BATCHES, "told.v1", "forgotten", new ToldHandler.Told(1));
              try (OutboxBatch tombstones = outbox.tombstones(Topics.BATCHES)) {
                tombstones.addTombstone("forgotten");
              }
              outbox.append(Topics.BATCHES, "told.v1", "forgotten", new ToldHandler.Told(2));
            });

    await().untilAsserted(() -> assertThat(told.under("forgotten")).containsExactly(1L, 2L));
    assertThat(sent(Topics.BATCHES, "tombstone"))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key()).isEqualTo("forgotten");
              assertThat(record.json()).isNull();
              assertThat(record.headers()).containsKeys("ce_id", "ce_source", "ce_time");
            });
    assertThat(told.deadLetters("forgotten")).isZero();
    assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
        .containsPattern("messaging_events_total\\{.*outcome=\"skipped\".*type=\"tombstone\".*}");
  }

  private List<SentEvent> sent(String topic, String type) {
    try (TestEvents events = new TestEvents(bootstrapServers)) {
      return events.read(topic).stream().filter(event -> type.equals(event.type())).toList();
    }
  }
}
