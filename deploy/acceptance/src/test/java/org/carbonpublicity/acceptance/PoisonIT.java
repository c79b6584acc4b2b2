package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.embedded.testing.TestEvents;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A message that cannot be handled stops nobody, is kept with its reason, and can be redriven. */
class PoisonIT {

  private static Platform platform;

  @BeforeAll
  static void start() {
    platform = DemoPlatform.start();
  }

  @AfterAll
  static void end() {
    platform.close();
  }

  @Test
  void isPutAsideWithItsReasonAndHandledOnceTheFaultIsMended() throws SQLException {
    inAssessmentDatabase(
        """
        create function refuse_poison() returns trigger language plpgsql as $$
        begin
          if new.name = 'Poison Motors' then raise exception 'a fault for Poison Motors'; end if;
          return new;
        end $$
        """);
    inAssessmentDatabase(
        "create trigger refuse_poison before insert on enterprise"
            + " for each row execute function refuse_poison()");

    register("POISON", "Poison Motors");
    register("AFTER", "After Motors");

    await().untilAsserted(() -> submit("AFTER").statusCode(202));
    submit("POISON").statusCode(422);
    await().untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
    Map<String, Object> letter = deadLetters().get(0);
    assertThat(letter)
        .containsEntry("key", "POISON")
        .containsEntry("type", "enterprise-registered.v1")
        .containsEntry("state", "DEAD");
    assertThat(letter.get("reason").toString()).contains("a fault for Poison Motors");
    await()
        .untilAsserted(
            () ->
                assertThat(read("disclosure.enterprises.assessment.dlq"))
                    .singleElement()
                    .satisfies(
                        event -> {
                          assertThat(event.key()).isEqualTo("POISON");
                          assertThat(event.headers().get("dead-letter-reason"))
                              .contains("a fault for Poison Motors");
                        }));

    inAssessmentDatabase("drop trigger refuse_poison on enterprise");
    redrive(letter.get("id")).statusCode(200).body("redriven", equalTo(true));
    redrive(letter.get("id")).statusCode(200).body("redriven", equalTo(false));

    submit("POISON").statusCode(202);
  }

  @Test
  void isPutAsideWhenItIsNoEventAtAll() {
    try (TestEvents stranger = new TestEvents(platform.bootstrapServers())) {
      stranger.sendRaw("disclosure.footprints", "X", "no json".getBytes(StandardCharsets.UTF_8));
      stranger.send("disclosure.footprints", "footprint-published.v1", "Y", "{\"modelCode\": 1");
    }

    await()
        .untilAsserted(
            () ->
                assertThat(read("disclosure.footprints.rating.dlq"))
                    .extracting(SentEvent::key)
                    .containsExactlyInAnyOrder("X", "Y"));
    assertThat(read("disclosure.footprints.rating.dlq"))
        .extracting(event -> event.headers().get("dead-letter-reason"))
        .anySatisfy(reason -> assertThat(reason).contains("CloudEvents"))
        .anySatisfy(reason -> assertThat(reason).contains("malformed"));
  }

  private static void register(String code, String name) {
    as("analyst")
        .call()
        .contentType("application/json")
        .body(Map.of("code", code, "name", name))
        .post("/api/v1/enterprises")
        .then()
        .statusCode(201);
  }

  /** Answers that no guideline accepts tell whether the enterprise is known; all items do too. */
  private static ValidatableResponse submit(String enterprise) {
    List<Map<String, Object>> items =
        as("assessor")
            .call()
            .get("/api/v1/guidelines/cpp-2024")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    List<Map<String, Object>> answers =
        items.stream()
            .map(item -> Map.<String, Object>of("item", item.get("code"), "met", true))
            .toList();
    return as("assessor")
        .call()
        .contentType("application/json")
        .body(Map.of("guideline", "cpp-2024", "enterprise", enterprise, "answers", answers))
        .post("/api/v1/submissions")
        .then();
  }

  private static List<Map<String, Object>> deadLetters() {
    return as("analyst")
        .call()
        .get("/api/v1/operations/assessment/dead-letters")
        .then()
        .statusCode(200)
        .extract()
        .path("$");
  }

  private static ValidatableResponse redrive(Object id) {
    return as("analyst")
        .call()
        .post("/api/v1/operations/assessment/dead-letters/" + id + "/redrive")
        .then();
  }

  private static List<SentEvent> read(String topic) {
    return new EventLog(platform).read(topic);
  }

  private static Caller as(String client) {
    return Caller.as(client, platform.address());
  }

  private static void inAssessmentDatabase(String sql) throws SQLException {
    String user = Part.ASSESSMENT.database();
    try (Connection connection =
            DriverManager.getConnection(platform.jdbcUrl(Part.ASSESSMENT), user, user);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
