package org.carbonpublicity.rating.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.rating.label.LabelCalls.LABELS;
import static org.carbonpublicity.rating.label.LabelCalls.applied;
import static org.carbonpublicity.rating.label.LabelCalls.apply;
import static org.carbonpublicity.rating.label.LabelCalls.approve;
import static org.carbonpublicity.rating.label.LabelCalls.decide;
import static org.carbonpublicity.rating.label.LabelCalls.issued;
import static org.carbonpublicity.rating.label.LabelCalls.state;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.rating.fixture.AdjustableClock;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications, decisions and who sees what. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class LabelFlowTest {

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  @BeforeEach
  void publish() {
    platform.reset();
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("A", "200.125"),
            Model.sedan("B", "245"),
            Model.sedan("C", "300").of("E0002"),
            Model.sedan("OFF", "210").offSale(),
            Model.sedan("NOMASS", "250").withoutMass()));
    platform.awaitEdition(1);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void allFaultsAreNamedAndNothingIsStored() {
    apply(Tokens.automaker("E0001"), "TOP_RUNNER", "A", "B", "C", "OFF", "NOMASS", "NONE", "A")
        .statusCode(422)
        .body("type", equalTo("/problems/invalid-label-application"))
        .body("errors.code", contains("repeated"));
    apply(Tokens.automaker("E0001"), "TOP_RUNNER", "A", "B", "C", "OFF", "NOMASS", "NONE")
        .statusCode(422)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "models[1] no-top-runner",
                "models[2] other-enterprise",
                "models[3] off-sale",
                "models[3] no-top-runner",
                "models[4] not-rated",
                "models[4] no-top-runner",
                "models[5] unknown-model"));
    apply(Tokens.analyst(), "CLAS", "A", " ")
        .statusCode(422)
        .body("errors.field", contains("kind", "models[1]"));
    assertThat(platform.number("select count(*) from label")).isZero();

    apply(Tokens.automaker("E0001"), "CLASS", "A", "B").statusCode(201).body("items", hasSize(2));
    apply(Tokens.automaker("E0001"), "CLASS", "A")
        .statusCode(422)
        .body("errors.code", contains("label-present"));
    apply(Tokens.automaker("E0001"), "TOP_RUNNER", "A").statusCode(201);
  }

  @Test
  void anApplicationIsMadeOnceUnderItsKey() {
    ValidatableResponse first = keyed("k1", "A").statusCode(201);
    ValidatableResponse second =
        keyed("k1", "A").statusCode(201).header("Idempotency-Replayed", "true");
    assertThat(second.extract().asString()).isEqualTo(first.extract().asString());
    // What was refused has used up no key.
    keyed("k2", "NONE").statusCode(422).body("errors.code", contains("unknown-model"));
    keyed("k2", "B").statusCode(201);
    keyed("k1", "B").statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));

    String id = first.extract().jsonPath().getString("items[0].id");
    for (int i = 0; i < 2; i++) {
      given()
          .auth()
          .oauth2(Tokens.analyst())
          .header("Idempotency-Key", "approve-a")
          .post(LABELS + "/" + id + "/approval")
          .then()
          .statusCode(200)
          .body("certificate.serial", endsWith("-000001"));
    }
  }

  private static ValidatableResponse keyed(String key, String model) {
    return given()
        .auth()
        .oauth2(Tokens.automaker("E0001"))
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(LabelCalls.body("CLASS", List.of(model)))
        .post(LABELS)
        .then();
  }

  @Test
  void aCertificateSaysWhatTheEditionSays() {
    approve(applied("CLASS", "A"))
        .statusCode(200)
        .body("state", equalTo("VALID"))
        .body("allowed", containsInAnyOrder("suspension", "revocation"))
        .body("certificate.class.number", equalTo(1))
        .body("certificate.class.titleZh", equalTo("低碳+"))
        .body("certificate.footprintGramsPerKm", equalTo(200.125f))
        .body("certificate.footprintDisplay", equalTo("200.13"))
        .body("certificate.edition", equalTo(1))
        .body("certificate.category.powertrain", equalTo("GASOLINE"))
        .body("enterprise", equalTo("E0001"));
  }

  @Test
  void onlyWhatTheStateAllowsIsDone() {
    String label = applied("CLASS", "A");
    for (String no : List.of("suspension", "reinstatement", "revocation")) {
      decide(label, no)
          .statusCode(409)
          .body("type", equalTo("/problems/label-state"))
          .body("allowed", contains("approval", "rejection"));
    }
    approve(label).statusCode(200);
    refused(label, List.of("approval", "rejection", "reinstatement"), "suspension", "revocation");
    decide(label, "suspension")
        .statusCode(200)
        .body("state", equalTo("SUSPENDED"))
        .body("reason", equalTo("checked <again>"));
    refused(label, List.of("approval", "rejection", "suspension"), "reinstatement", "revocation");
    decide(label, "reinstatement").statusCode(200).body("state", equalTo("VALID"));
    decide(label, "revocation").statusCode(200).body("state", equalTo("REVOKED"));
    List<String> all =
        List.of("approval", "rejection", "suspension", "reinstatement", "revocation");
    refused(label, all);

    String rejected = applied("CLASS", "B");
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .contentType("application/json")
        .body("{\"reason\": \" \"}")
        .post(LABELS + "/" + rejected + "/rejection")
        .then()
        .statusCode(422)
        .body("errors.field", contains("reason"));
    decide(rejected, "rejection").statusCode(200).body("state", equalTo("REJECTED"));
    refused(rejected, all);
    decide("4711", "rejection").statusCode(404);
  }

  private static void refused(String label, List<String> decisions, String... allowed) {
    for (String decision : decisions) {
      ValidatableResponse answer =
          decision.equals("approval") ? approve(label) : decide(label, decision);
      answer.statusCode(409);
      if (allowed.length == 0) {
        answer.body("allowed", empty());
      } else {
        answer.body("allowed", contains(allowed));
      }
    }
  }

  @Test
  void nothingIsCertifiedOnGroundThatIsGone() {
    String worse = applied("CLASS", "A");
    String withdrawn = applied("CLASS", "B");
    String beaten = applied("TOP_RUNNER", "A");
    String offSale = applied("CLASS", "C");
    platform.correct(
        2,
        4,
        List.of(
            Model.sedan("A", "200.125").revised(2, "240"),
            Model.sedan("C", "300").of("E0002").offSale(),
            Model.sedan("D", "239")),
        List.of("B"));
    platform.awaitEdition(2);

    approve(worse)
        .statusCode(409)
        .body("type", equalTo("/problems/class-changed"))
        .body("detail", equalTo("A has class 2 in edition 2, not 1 any more"))
        .body("allowed", contains("rejection"));
    approve(withdrawn).statusCode(409).body("type", equalTo("/problems/model-withdrawn"));
    approve(beaten).statusCode(409);
    approve(offSale).statusCode(409).body("type", equalTo("/problems/model-off-sale"));
    assertThat(platform.number("select count(*) from label where serial is not null")).isZero();
  }

  @Test
  void everybodySeesCertificatesAndOnlyOnesOwnApplications() {
    String applied = applied("CLASS", "A");
    String foreign = applied("CLASS", "C");
    String serial = issued("TOP_RUNNER", "A");

    assertThat(listed(null, "")).containsExactly("TOP_RUNNER A VALID");
    assertThat(listed(Tokens.member(), "")).containsExactly("TOP_RUNNER A VALID");
    assertThat(listed(Tokens.automaker("E0001"), ""))
        .containsExactly("TOP_RUNNER A VALID", "CLASS A APPLIED");
    assertThat(listed(Tokens.analyst(), ""))
        .containsExactly("TOP_RUNNER A VALID", "CLASS C APPLIED", "CLASS A APPLIED");
    assertThat(listed(Tokens.analyst(), "?state=APPLIED&enterprise=E0002"))
        .containsExactly("CLASS C APPLIED");
    assertThat(listed(Tokens.analyst(), "?class=5")).containsExactly("CLASS C APPLIED");
    assertThat(listed(Tokens.analyst(), "?model=A&kind=CLASS")).containsExactly("CLASS A APPLIED");
    given().get(LABELS + "?state=GONE").then().statusCode(400);
    given().get(LABELS + "?colour=red").then().statusCode(400);

    given().get(LABELS + "/" + applied).then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.automaker("E0001"))
        .get(LABELS + "/" + foreign)
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.automaker("E0001"))
        .get(LABELS + "/" + applied)
        .then()
        .statusCode(200);
    given().get(LABELS + "/" + serial).then().statusCode(200);
    given().get(LABELS + "/CPP-2026-0000001").then().statusCode(404);
    given().get(LABELS + "/" + applied + "/credential").then().statusCode(404);
    apply(Tokens.member(), "CLASS", "A").statusCode(403);

    String link =
        given()
            .auth()
            .oauth2(Tokens.analyst())
            .get(LABELS + "?limit=2")
            .then()
            .body("items", hasSize(2))
            .extract()
            .header("Link");
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.modelCode", contains("A"))
        .header("Link", nullValue());
  }

  private static List<String> listed(String token, String query) {
    var call = token == null ? given() : given().auth().oauth2(token);
    return call.get(LABELS + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.collect { it.kind + ' ' + it.modelCode + ' ' + it.state }");
  }

  @Test
  void aCertificateExpiresByItsDate() {
    String serial = issued("CLASS", "A");
    String suspended = issued("CLASS", "B");
    decide(suspended, "suspension").statusCode(200);

    clock.advance(Duration.ofDays(367));

    assertThat(state(serial)).isEqualTo("EXPIRED");
    assertThat(state(suspended)).isEqualTo("EXPIRED");
    assertThat(listed(null, "?state=EXPIRED")).hasSize(2);
    assertThat(listed(null, "?state=VALID")).isEmpty();
    // Nothing stands in the way of the next one.
    assertThat(issued("CLASS", "A")).endsWith("-000001").isNotEqualTo(serial);
  }
}
