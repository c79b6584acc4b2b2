package org.carbonpublicity.rating.improvement.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where this service is tested alone, nothing listens at disclosure's address. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ImprovementResourceTest {

  @Inject Platform platform;

  @BeforeEach
  void publish() {
    platform.reset();
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("BEST", "200"),
            Model.sedan("NO-MASS", "240").withoutMass(),
            Model.sedan("WORSE", "240")));
    platform.awaitEdition(1);
  }

  @Test
  void withoutDisclosureTheReaderIsToldWhenToAskAgain() {
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .get("/api/v1/ratings/WORSE/improvements")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("5"))
        .body("type", equalTo("/problems/disclosure-unavailable"));
  }

  @Test
  void whatNeedsNoCalculationIsAnsweredAllTheSame() {
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .get("/api/v1/ratings/BEST/improvements")
        .then()
        .statusCode(200)
        .body("class", equalTo(1))
        .body("target", nullValue())
        .body("reason", equalTo("BEST_CLASS"))
        .body("items", equalTo(List.of()));
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .get("/api/v1/ratings/NO-MASS/improvements?edition=1")
        .then()
        .statusCode(200)
        .body("class", nullValue())
        .body("reason", equalTo("UNRATED"));
  }

  @Test
  void aWrongRequestIsAnsweredWithAProblem() {
    given()
        .get("/api/v1/ratings/WORSE/improvements")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .get("/api/v1/ratings/NOBODY/improvements")
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/unknown-vehicle-model"));
    given()
        .auth()
        .oauth2(Tokens.analyst())
        .get("/api/v1/ratings/WORSE/improvements?input=fuel")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-query-parameter"));
  }
}
