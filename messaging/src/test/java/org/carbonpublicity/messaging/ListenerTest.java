package org.carbonpublicity.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents;
import org.carbonpublicity.embedded.testing.TestEvents.KeyedJson;
import org.carbonpublicity.embedded.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ListenerTest {

  private static final String LETTERS = "/api/v1/operations/rating/dead-letters";

  @Inject Told told;
  @Inject AgroalDataSource dataSource;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private TestEvents events;

  @BeforeEach
  void connect() {
    events = new TestEvents(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    events.close();
  }

  @Test
  void handlesAnEventOnceHoweverOftenItIsSent() {
    long first = send("twice", 1);
    long second = send("twice", 2);
    resend("twice", 1, first);
    resend("twice", 2, second);
    send("twice", 3);

    await().untilAsserted(() -> assertThat(told.under("twice")).containsExactly(1L, 2L, 3L));
  }

  @Test
  void skipsTypesItDoesNotKnow() {
    events.send(Topics.BATCHES, "unheard-of.v1", "types", "{}");
    send("types", 1);

    await().untilAsserted(() -> assertThat(told.under("types")).containsExactly(1L));
    assertThat(deadLetters("types")).isEmpty();
  }

  @Test
  void putsAsideOnlyTheEventThatCannotBeHandled() {
    List<KeyedJson> batch = new ArrayList<>();
    for (long n = 1; n <= 100; n++) {
      batch.add(new KeyedJson("poisoned", n == 42 ? "{\"value\":\"no number\"}" : json(n)));
    }
    events.sendAll(Topics.BATCHES, "told.v1", batch);

    await()
        .untilAsserted(
            () ->
                assertThat(told.under("poisoned"))
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).filter(n -> n != 42).boxed().toList()));
    assertThat(deadLetters("poisoned"))
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.get("reason").toString()).contains("told.v1 is malformed"));
    await()
        .untilAsserted(
            () ->
                assertThat(events.read(Topics.BATCHES + ".rating.dlq"))
                    .filteredOn(event -> "poisoned".equals(event.key()))
                    .singleElement()
                    .satisfies(
                        event -> {
                          assertThat(event.headers().get("dead-letter-reason"))
                              .contains("told.v1 is malformed");
                          assertThat(event.json()).isEqualTo("{\"value\":\"no number\"}");
                        }));
  }

  @Test
  void handlesARedrivenEventOnceItCan() {
    told.run("insert into forbidden values (77)");
    send("redriven", 76);
    send("redriven", 77);
    send("redriven", 78);
    await().untilAsserted(() -> assertThat(told.under("redriven")).containsExactly(76L, 78L));
    await().untilAsserted(() -> assertThat(deadLetters("redriven")).hasSize(1));
    Object id = deadLetters("redriven").get(0).get("id");

    given()
        .auth()
        .oauth2(Tokens.analyst())
        .post(LETTERS + "/" + id + "/redrive")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("detail", containsString("77 is forbidden"));
    told.run("delete from forbidden");
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .post(LETTERS + "/" + id + "/redrive")
        .then()
        .statusCode(200)
        .body("redriven", equalTo(true));
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .post(LETTERS + "/" + id + "/redrive")
        .then()
        .statusCode(200)
        .body("redriven", equalTo(false));

    assertThat(told.under("redriven")).containsExactly(76L, 78L, 77L);
  }

  @Test
  void putsAsideWhatIsNoEventAtAll() {
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    events.sendRaw(Topics.BATCHES, "garbage", garbage);
    send("garbage", 1);

    await().untilAsserted(() -> assertThat(told.under("garbage")).containsExactly(1L));
    await()
        .untilAsserted(
            () ->
                assertThat(deadLetters("garbage"))
                    .singleElement()
                    .satisfies(
                        letter ->
                            assertThat(letter.get("reason").toString()).contains("CloudEvents")));
  }

  @Test
  void takesEventsAgainWhenTheDatabaseDropsItsConnection() throws SQLException {
    try (Connection blocker = dataSource.getConnection()) {
      blocker.setAutoCommit(false);
      try (Statement lock = blocker.createStatement()) {
        lock.execute("lock table told in share mode");
        send("dropped", 1);
        send("dropped", 2);

        await().untilAsserted(() -> assertThat(told.terminateWaiting("insert into told%")).isOne());
      }
      blocker.rollback();
      blocker.setAutoCommit(true);
    }

    await().untilAsserted(() -> assertThat(told.under("dropped")).containsExactly(1L, 2L));
    assertThat(deadLetters("dropped")).isEmpty();
  }

  @Test
  void showsDeadLettersToAnalystsOnly() {
    given().get(LETTERS).then().statusCode(401);
    given().auth().oauth2(Tokens.member()).get(LETTERS).then().statusCode(403);
    given().auth().oauth2(Tokens.analyst()).get(LETTERS).then().statusCode(200);
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .get("/api/v1/operations/other/dead-letters")
        .then()
        .statusCode(404);
  }

  @Test
  void countsWhatItDoes() {
    long id = send("counted", 1);
    resend("counted", 1, id);
    send("counted", 2);
    await().untilAsserted(() -> assertThat(told.under("counted")).containsExactly(1L, 2L));

    String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();

    assertThat(metrics)
        .containsPattern("messaging_events_total\\{.*outcome=\"handled\".*type=\"told.v1\".*}")
        .contains("messaging_inbox_duplicates_total")
        .contains("messaging_outbox_pending")
        .contains("messaging_outbox_oldest_age_seconds")
        .contains("messaging_relay_cycle_seconds");
  }

  private long send(String key, long value) {
    return events.send(Topics.BATCHES, "told.v1", key, json(value));
  }

  private void resend(String key, long value, long id) {
    events.resend(Topics.BATCHES, "told.v1", key, json(value), id);
  }

  private static String json(long value) {
    return "{\"value\":" + value + "}";
  }

  private static List<Map<String, Object>> deadLetters(String key) {
    JsonPath letters =
        given()
            .auth()
            .oauth2(Tokens.analyst())
            .get(LETTERS + "?limit=1000")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return letters.<Map<String, Object>>getList("$").stream()
        .filter(letter -> key.equals(letter.get("key")))
        .toList();
  }
}
