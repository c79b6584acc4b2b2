package org.carbonpublicity.disclosure.footprint.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.carbonpublicity.disclosure.fixture.FactorSetSamples;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.persistence.FactorSetRepository;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class FactorSetResourceTest {

  private static final String FACTOR_SETS = "/api/v1/factor-sets";
  private static final String ILLUSTRATIVE = FACTOR_SETS + "/cpp-illustrative-2024";

  @Inject FactorSetRepository repository;
  @Inject Platform platform;

  @AfterEach
  void removeOtherSets() {
    platform.sql("delete from factor_set where id <> 'cpp-illustrative-2024'");
  }

  @Test
  void saysThatItsNumbersAreIllustrative() {
    given()
        .get(ILLUSTRATIVE)
        .then()
        .statusCode(200)
        .body("illustrative", equalTo(true))
        .body("note", startsWith("Illustrative"))
        .body("methodology", equalTo("cpp-lifecycle-1"))
        .body("effectiveFrom", equalTo("2024-01-01"));
  }

  @Test
  void givesEveryFactorWithUnitAndSource() {
    given()
        .get(ILLUSTRATIVE)
        .then()
        .body("factors", hasSize(FactorSetSamples.illustrative().factors().size()))
        .body("factors.value", everyItem(not(nullValue())))
        .body("factors.unit", everyItem(not(nullValue())))
        .body("factors.source", everyItem(not(nullValue())))
        .body("factors.effectiveFrom", everyItem(equalTo("2024-01-01")))
        .body("factors.find { it.name == 'grid' }.value", equalTo(0.5777f))
        .body("factors.find { it.name == 'grid' }.unit", equalTo("kgCO2e/kWh"));
  }

  @Test
  void listsTheLatestFirst() {
    store("test-2023", LocalDate.of(2023, 1, 1));
    store("test-2025", LocalDate.of(2025, 1, 1));

    Platform.analyst()
        .get(FACTOR_SETS)
        .then()
        .statusCode(200)
        .body("items.id", contains("test-2025", "cpp-illustrative-2024", "test-2023"));
  }

  @Test
  void keepsASetAsItWasStoredFirst() {
    store("test-2025", LocalDate.of(2025, 1, 1));

    store("test-2025", LocalDate.of(2026, 1, 1));

    Platform.analyst()
        .get(FACTOR_SETS + "/test-2025")
        .then()
        .body("effectiveFrom", equalTo("2025-01-01"));
  }

  @Test
  void knowsNoOtherSet() {
    given()
        .get(FACTOR_SETS + "/none")
        .then()
        .statusCode(404)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("/problems/unknown-factor-set"));
    given()
        .get(FACTOR_SETS + "?year=2024")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("year"));
  }

  @Transactional
  void store(String id, LocalDate from) {
    FactorSet set = FactorSetSamples.illustrative();
    repository.store(
        new FactorSet(
            id,
            set.title(),
            set.titleZh(),
            set.illustrative(),
            set.note(),
            from,
            set.methodology(),
            set.factors()));
  }
}
