package org.carbonpublicity.rating.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonpublicity.rating.label.LabelCalls.applied;
import static org.carbonpublicity.rating.label.LabelCalls.approve;
import static org.carbonpublicity.rating.label.LabelCalls.decide;
import static org.carbonpublicity.rating.label.LabelCalls.issued;
import static org.carbonpublicity.rating.label.LabelCalls.seen;
import static org.carbonpublicity.rating.label.LabelCalls.state;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.label.persistence.LabelRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edition does to the certificates of earlier ones, and what is told of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class LabelSuspensionTest {

  private static final Path EVENTS = Path.of("src/main/resources/events");

  @Inject Platform platform;
  @Inject LabelRepository repository;
  @Inject Labels labels;

  @BeforeEach
  void publish() {
    platform.reset();
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("A", "200"),
            Model.sedan("B", "245"),
            Model.sedan("C", "255"),
            Model.sedan("D", "250").driven("HEV")));
    platform.awaitEdition(1);
  }

  @Test
  void anEditionSuspendsWhatItDoesNotBearOut() throws IOException {
    String revoked = issued("CLASS", "B");
    decide(revoked, "revocation").statusCode(200);
    String changed = issued("CLASS", "B");
    String withdrawn = issued("CLASS", "C");
    String beaten = issued("TOP_RUNNER", "A");
    String stays = issued("CLASS", "A");
    String staysTop = issued("TOP_RUNNER", "D");

    platform.correct(
        2,
        4,
        List.of(Model.sedan("B", "245").revised(2, "260"), Model.sedan("E", "199")),
        List.of("C"));
    platform.awaitEdition(2);

    JsonNode label = seen(changed);
    assertThat(label.get("state").asText()).isEqualTo("SUSPENDED");
    assertThat(label.get("reasonCode").asText()).isEqualTo("CLASS_CHANGED");
    assertThat(label.get("reason").asText())
        .isEqualTo("Class 2 in edition 1, class 3 in edition 2.");
    assertThat(label.get("changedEdition").asInt()).isEqualTo(2);
    assertThat(seen(withdrawn).get("reasonCode").asText()).isEqualTo("MODEL_WITHDRAWN");
    assertThat(seen(beaten).get("reasonCode").asText()).isEqualTo("NO_TOP_RUNNER");
    assertThat(state(stays)).isEqualTo("VALID");
    assertThat(state(staysTop)).isEqualTo("VALID");
    assertThat(state(revoked)).as("not suspended: over").isEqualTo("REVOKED");

    List<SentEvent> events = platform.labelEvents();
    assertThat(events).hasSize(6 + 1 + 3).allSatisfy(LabelSuspensionTest::keepsToItsSchema);
    assertThat(
            events.stream()
                .filter(event -> event.type().equals("label-status-changed.v1"))
                .map(event -> Platform.parse(event.json()))
                .filter(event -> event.get("edition").asInt() == 2)
                .map(
                    event ->
                        "%s %s→%s %s"
                            .formatted(
                                event.get("serial").asText(),
                                event.get("previousStatus").asText(),
                                event.get("status").asText(),
                                event.get("reasonCode").asText())))
        .containsExactlyInAnyOrder(
            changed + " VALID→SUSPENDED CLASS_CHANGED",
            withdrawn + " VALID→SUSPENDED MODEL_WITHDRAWN",
            beaten + " VALID→SUSPENDED NO_TOP_RUNNER");
  }

  private static void keepsToItsSchema(SentEvent event) {
    JsonNode json = Platform.parse(event.json());
    assertThat(event.key()).isEqualTo(json.get("serial").asText());
    assertThat(schema(event.type()).validate(json)).as(event.json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"label-issued.v1", "label-status-changed.v1"})
  void aSampleKeepsToItsSchemaAndABrokenOneDoesNot(String type) throws IOException {
    String sample = Files.readString(EVENTS.resolve(type + ".json"));
    assertThat(schema(type).validate(Platform.parse(sample))).isEmpty();
    for (String broken :
        List.of(
            sample.replace("\"class\": 2", "\"class\": 6"),
            sample.replace("CPP-2026-000001", "CPP-2026-1"),
            sample.replace("\"edition\"", "\"editions\""))) {
      assertThat(schema(type).validate(Platform.parse(broken))).as(broken).isNotEmpty();
    }
  }

  private static JsonSchema schema(String type) {
    try {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTopRunnerThatLeavesTheMarketIsNoneAnyMore() {
    String serial = issued("TOP_RUNNER", "A");
    String classLabel = issued("CLASS", "A");

    platform.correct(2, 4, List.of(Model.sedan("A", "200").offSale()), List.of());
    platform.awaitEdition(2);

    assertThat(seen(serial).get("reasonCode").asText()).isEqualTo("NO_TOP_RUNNER");
    assertThat(state(classLabel)).as("its class is the same").isEqualTo("VALID");
  }

  @Test
  void onlyWhatAnEditionBearsOutIsReinstated() {
    String serial = issued("CLASS", "B");
    platform.publish(2, 4, List.of(Model.sedan("B", "245").revised(2, "260")));
    platform.awaitEdition(2);
    decide(serial, "reinstatement")
        .statusCode(409)
        .body("type", equalTo("/problems/class-changed"))
        .body("allowed", contains("revocation"));

    platform.publish(3, 5, List.of(Model.sedan("B", "245").revised(3, "248")));
    platform.awaitEdition(3);
    assertThat(state(serial)).as("only a person reinstates").isEqualTo("SUSPENDED");
    String next = applied("CLASS", "B");
    decide(serial, "reinstatement")
        .statusCode(409)
        .body("type", equalTo("/problems/label-present"));
    decide(next, "rejection").statusCode(200);
    decide(serial, "reinstatement").statusCode(200);
    assertThat(state(serial)).isEqualTo("VALID");
  }

  @Test
  void aNewCertificateTakesThePlaceOfASuspendedOne() {
    String serial = issued("CLASS", "B");
    platform.publish(2, 4, List.of(Model.sedan("B", "245").revised(2, "260")));
    platform.awaitEdition(2);

    String next = issued("CLASS", "B");

    assertThat(seen(next).at("/certificate/class/number").asInt()).isEqualTo(3);
    assertThat(seen(serial).get("reasonCode").asText()).isEqualTo("SUPERSEDED");
    assertThat(state(serial)).isEqualTo("REVOKED");
  }

  /** An approval and the completion of an edition, as close together as can be. */
  @Test
  void aCertificateIssuedWhileAnEditionCompletesIsSuspendedByIt() {
    String application = applied("CLASS", "B");
    AtomicReference<String> serial = new AtomicReference<>();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              repository.holdEdition();
              platform.publish(2, 4, List.of(Model.sedan("B", "245").revised(2, "260")));
              await()
                  .atMost(Platform.PATIENCE)
                  .until(
                      () ->
                          platform.number(
                                  "select count(*) from pg_locks where locktype = 'advisory'"
                                      + " and not granted")
                              > 0);
              assertThat(platform.number("select count(*) from edition where number = 2")).isOne();
              Label issued = labels.approve(application, "analyst");
              assertThat(issued.issued().edition()).isEqualTo(1);
              serial.set(issued.issued().serial().toString());
            });

    platform.awaitEdition(2);
    assertThat(seen(serial.get()).get("reasonCode").asText()).isEqualTo("CLASS_CHANGED");
    approve(application).statusCode(409);
  }
}
