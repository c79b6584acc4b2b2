package org.carbonpublicity.assessment.carbontarget;

import static org.carbonpublicity.assessment.carbontarget.TargetClient.TARGETS;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PathwayResourceTest {

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  private TargetClient targets;

  @BeforeEach
  void client() {
    targets = new TargetClient(clock);
  }

  @Test
  void aTargetKeepsTheVersionOfThePathwayItWasDefinedWith() {
    String enterprise = platform.enterprise("Converging Motors");
    String own = Tokens.automaker(enterprise);
    int year = targets.thisYear();
    String pathway = TARGETS + "/pathways/cars-" + enterprise.toLowerCase(java.util.Locale.ROOT);
    String body =
        """
        {"title": "Cars", "unit": "GCO2E_PER_KM", "activityUnit": "vehicle-km",
         "ambition": "WELL_BELOW_2", "source": "worked by hand",
         "points": [{"year": 2020, "intensity": 200, "activity": 1000},
                    {"year": 2050, "intensity": %s, "activity": 1000}]}""";
    as(own).body(body.formatted(50)).put(pathway).then().statusCode(403);
    for (int i = 0; i < 2; i++) {
      as(Tokens.assessor())
          .body(body.formatted(50))
          .put(pathway)
          .then()
          .statusCode(200)
          .body("version", equalTo(1));
    }
    String id =
        as(own)
            .body(
                """
                {"enterprise": "%s", "scope": "PRODUCT",
                 "boundary": {"description": "All cars", "functionalUnit": "vehicle-km"}}"""
                    .formatted(enterprise))
            .post(TARGETS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    // At constant activity: from 250 down to 50 by equal steps, as the sector does.
    targets
        .define(
            own,
            id,
            """
            {"baseline": {"year": %d, "value": 250, "unit": "GCO2E_PER_KM"},
             "targetYear": 2050, "model": "INTENSITY_CONVERGENCE", "pathway": "%s",
             "activity": [{"year": %d, "value": 7}, {"year": 2050, "value": 7}]}"""
                .formatted(year - 1, pathway.substring(pathway.lastIndexOf('/') + 1), year - 1))
        .statusCode(200)
        .body("target.pathwayVersion", equalTo(1))
        .body("target.ambition", equalTo("WELL_BELOW_2"))
        .body("target.targetValue", equalTo(50));

    as(Tokens.assessor())
        .body(body.formatted(40))
        .put(pathway)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));

    targets.read(own, id).body("target.targetValue", equalTo(50));
    as(null).get(pathway).then().statusCode(200).body("version", equalTo(2));
    as(null)
        .queryParam("version", 1)
        .get(pathway)
        .then()
        .statusCode(200)
        .body("points.intensity", contains(200, 50));
    as(null).queryParam("version", 3).get(pathway).then().statusCode(404);
    as(Tokens.assessor())
        .body(body.formatted(-1).replace("2020", "2051"))
        .put(pathway)
        .then()
        .statusCode(422)
        .body("errors.field", contains("points[0].year", "points[1].year", "points[1].intensity"));
    as(null)
        .get(TARGETS + "/pathways")
        .then()
        .statusCode(200)
        .body("items.find { it.id == 'passenger-cars-illustrative' }.illustrative", equalTo(true));
  }
}
