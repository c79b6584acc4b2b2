package org.carbonpublicity.disclosure.enterprise;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carbonpublicity.disclosure.fixture.Enterprises;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EnterpriseChangeTest {

  @Inject Platform platform;

  private final String name = "Enterprise " + UUID.randomUUID();

  @Test
  void changesGroupAndAliasesOfTheRevisionThatWasSeen() {
    String code = platform.enterprise(name);
    String seen = given().get(Enterprises.PATH + "/" + code).getHeader("ETag");

    Platform.analyst()
        .header("If-Match", seen)
        .contentType("application/merge-patch+json")
        .body(Map.of("aliases", List.of("Alias " + name)))
        .patch(Enterprises.PATH + "/" + code)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(seen)))
        .body("revision", equalTo(2))
        .body("aliases", contains("Alias " + name));

    Platform.analyst()
        .header("If-Match", seen)
        .contentType("application/json")
        .body(Map.of("group", "Late"))
        .patch(Enterprises.PATH + "/" + code)
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/precondition-failed"));
    given()
        .get(Enterprises.PATH + "/" + code)
        .then()
        .body("group", nullValue())
        .body("revision", equalTo(2));
  }

  @Test
  void leavesWhatAChangeDoesNotName() {
    String code = platform.enterprise(name);
    Enterprises.change(code, Map.of("group", "Group")).statusCode(200);

    Enterprises.change(code, Map.of("aliases", List.of("Alias " + name)))
        .statusCode(200)
        .body("group", equalTo("Group"))
        .body("aliases", contains("Alias " + name));
  }

  @Test
  void takesAwayAGroupThatIsEmpty() {
    String code = platform.enterprise(name);
    Enterprises.change(code, Map.of("group", "Group", "aliases", List.of("Alias " + name)))
        .statusCode(200);

    Enterprises.change(code, Map.of("group", ""))
        .statusCode(200)
        .body("group", nullValue())
        .body("aliases", contains("Alias " + name));
  }

  @Test
  void countsNoRevisionForAChangeThatIsNone() {
    String code = platform.enterprise(name);
    Enterprises.change(code, Map.of("group", "Group")).body("revision", equalTo(2));

    Enterprises.change(code, Map.of("group", "Group")).statusCode(200).body("revision", equalTo(2));
  }

  @Test
  void freesAnAliasThatIsTakenAway() {
    String code = platform.enterprise(name);
    Enterprises.change(code, Map.of("aliases", List.of("Alias " + name))).statusCode(200);
    Enterprises.change(code, Map.of("aliases", List.of())).statusCode(200);

    Enterprises.register(Map.of("name", "Alias " + name)).statusCode(201);
  }

  @Test
  void refusesAnAliasOfAnotherInAChange() {
    String code = platform.enterprise(name);
    platform.enterprise("Other " + name);

    Enterprises.change(code, Map.of("group", "Group", "aliases", List.of("other" + name)))
        .statusCode(409);

    given().get(Enterprises.PATH + "/" + code).then().body("group", nullValue());
  }

  @Test
  void tellsOfEveryRegistrationAndChange() {
    String code = platform.enterprise(name);
    Enterprises.change(code, Map.of("group", "Told Group")).statusCode(200);

    await()
        .untilAsserted(
            () ->
                assertThat(platform.told(Topics.ENTERPRISES, "enterprise-registered.v1"))
                    .filteredOn(event -> event.key().equals(code))
                    .extracting(event -> event.json().contains("Told Group"))
                    .containsExactly(false, true));
  }

  @Test
  void knowsNoEnterpriseOfAnotherCode() {
    given()
        .get(Enterprises.PATH + "/NONE")
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/unknown-enterprise"));
    Enterprises.change("NONE", Map.of("group", "Group")).statusCode(404);
    given()
        .urlEncodingEnabled(false)
        .get(Enterprises.PATH + "/%00")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("invalid-character"));
  }
}
