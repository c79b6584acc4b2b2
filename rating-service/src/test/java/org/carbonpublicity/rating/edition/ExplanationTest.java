package org.carbonpublicity.rating.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.edition.persistence.RankRepository;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ExplanationTest {

  @Inject Platform platform;
  @Inject EditionRepository editions;
  @Inject RankMemory memory;
  @Inject RankRepository ranks;

  @BeforeEach
  void reset() {
    platform.reset();
  }

  @Test
  void ranksAreSharedAndCountOnlyModelsOnSaleOfTheCategory() {
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("A", "200.5"),
            Model.sedan("B", "236.440"),
            Model.sedan("B2", "236.44"),
            Model.sedan("D", "236.4400000000004"),
            Model.sedan("OFF", "100").offSale(),
            Model.sedan("ELSE", "50").driven("BEV")));
    platform.awaitEdition(1);

    given()
        .get("/api/v1/ratings/B2")
        .then()
        .statusCode(200)
        .body("ranking.rank", equalTo(2))
        .body("ranking.sharing", equalTo(2))
        .body("ranking.models", equalTo(4))
        .body("ranking.percentile", equalTo(75.0f))
        .body("nextBetter", nullValue())
        // On the very bound of class 1.
        .body("nextWorse.class", equalTo(2))
        .body("nextWorse.mayRiseByGramsPerKm", equalTo(0.0f));
    given()
        .get("/api/v1/ratings/D")
        .then()
        .body("class", equalTo(2))
        .body("ranking.rank", equalTo(4))
        .body("nextBetter.class", equalTo(1))
        .body("nextBetter.name", equalTo("Low Carbon+"))
        .body("schemeKind", equalTo("FIXED_LINES"))
        .body("referenceBasis", equalTo("FIXED_LINE"))
        .body("line.models", nullValue());
    JsonNode better = platform.get("/api/v1/ratings/D").get("nextBetter");
    assertThat(better.get("mustFallByGramsPerKm").decimalValue())
        .isEqualByComparingTo("0.0000000000004");
    given()
        .get("/api/v1/ratings/OFF")
        .then()
        .body("ranking", nullValue())
        .body("category.models", equalTo(4));
  }

  @Test
  void theMeanOfTheCategoryIsComparedWithUnrounded() {
    platform.putScheme(
        "mean",
        """
        {"kind": "CATEGORY_MEAN", "title": "Mean", "titleZh": "均值", "lines": {},
         "classUpperBounds": {"1": 0.9, "2": 1, "3": 1.1, "4": 1.2},
         "classes": [
           {"class": 1, "name": "One", "nameZh": "一", "colour": "#000001"},
           {"class": 2, "name": "Two", "nameZh": "二", "colour": "#000002"},
           {"class": 3, "name": "Three", "nameZh": "三", "colour": "#000003"},
           {"class": 4, "name": "Four", "nameZh": "四", "colour": "#000004"},
           {"class": 5, "name": "Five", "nameZh": "五", "colour": "#000005"}]}""");
    platform.activate("mean");
    platform.publish(
        1, 3, List.of(Model.sedan("A", "100"), Model.sedan("B", "100"), Model.sedan("C", "101")));
    platform.awaitEdition(1);

    // The mean is 100 1/3, its bounds 90.3, 100 1/3, 110 11/30, 120.4.
    given()
        .get("/api/v1/ratings/C")
        .then()
        .statusCode(200)
        .body("class", equalTo(3))
        .body("className", equalTo("Three"))
        .body("schemeKind", equalTo("CATEGORY_MEAN"))
        .body("referenceBasis", equalTo("CATEGORY_MEAN"))
        .body("line", nullValue())
        .body("bands[2].nameZh", equalTo("三"))
        .body("bands[2].upperBoundGramsPerKm", equalTo(110.366667f))
        .body("nextBetter.name", equalTo("Two"))
        .body("nextBetter.mustFallByGramsPerKm", equalTo(0.666667f))
        .body("nextWorse.name", equalTo("Four"))
        .body("nextWorse.mayRiseByGramsPerKm", equalTo(9.366666f))
        .body("belowAverage", equalTo(false))
        .body("category.distanceToMeanGramsPerKm", equalTo(0.666667f));
    given()
        .get("/api/v1/editions/1/ratings?class=3")
        .then()
        .body("items.className", equalTo(List.of("Three")));
  }

  @Test
  void aFittedLineTellsOfHowManyModelsItIs() {
    platform.putScheme(
        "fitted",
        """
        {"kind": "FITTED_LINES", "title": "Fitted", "titleZh": "拟合", "lines": {},
         "classUpperBounds": {"1": 0.9, "2": 1, "3": 1.1, "4": 1.2}}""");
    platform.activate("fitted");
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      Model model = Model.sedan("G" + i, "2" + (20 + i));
      models.add(
          new Model(
              model.code(),
              model.enterprise(),
              model.powertrain(),
              model.bodyType(),
              model.segment(),
              BigDecimal.valueOf(1_000 + 10 * i),
              model.footprint(),
              true,
              1));
    }
    models.add(Model.sedan("FEW", "150").driven("BEV"));
    platform.publish(1, 3, models);
    platform.awaitEdition(1);

    given()
        .get("/api/v1/ratings/G3")
        .then()
        .statusCode(200)
        .body("referenceBasis", equalTo("FITTED_LINE"))
        .body("line.models", equalTo(31))
        .body("line.slopeGramsPerKmPerKg", equalTo(0.1f))
        .body("class", equalTo(2));
    given()
        .get("/api/v1/ratings/FEW")
        .then()
        .body("referenceBasis", equalTo("CATEGORY_MEAN"))
        .body("line", nullValue())
        .body("nextWorse.mayRiseByGramsPerKm", equalTo(0));
  }

  @Test
  void absoluteBandsCompareWithOneGram() {
    platform.putScheme(
        "bands",
        """
        {"kind": "ABSOLUTE_BANDS", "title": "Bands", "titleZh": "绝对", "lines": {},
         "classUpperBounds": {"1": 100, "2": 150, "3": 200, "4": 250}}""");
    platform.activate("bands");
    platform.publish(1, 3, List.of(Model.sedan("A", "160.5").withoutMass()));
    platform.awaitEdition(1);

    given()
        .get("/api/v1/ratings/A")
        .then()
        .statusCode(200)
        .body("referenceBasis", equalTo("ONE_GRAM"))
        .body("referenceGramsPerKm", equalTo(1))
        .body("nextBetter.mustFallByGramsPerKm", equalTo(10.5f))
        .body("nextWorse.mayRiseByGramsPerKm", equalTo(39.5f));
  }

  @Test
  void anEditionIsAnsweredTheSameFromMemoryAndFromTheDatabase() {
    platform.activateScheme();
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Model model = Model.sedan("M" + i, 150 + (i * 7) % 40 + ".25");
      models.add(i % 7 == 0 ? model.offSale() : i % 3 == 0 ? model.driven("BEV") : model);
    }
    platform.publish(1, 3, models);
    platform.awaitEdition(1);
    Edition first = editions.latest().orElseThrow();
    await()
        .atMost(Platform.PATIENCE)
        .untilAsserted(() -> assertThat(memory.of(EditionFrames.Key.of(first))).isNotNull());
    EditionRanks known = memory.of(EditionFrames.Key.of(first));
    for (Model model : models) {
      Category category =
          new Category(Powertrain.valueOf(model.powertrain()), model.bodyType(), model.segment());
      assertThat(known.place(category, model.footprint()))
          .as(model.code())
          .isEqualTo(ranks.count(1, category, model.footprint()));
    }
    JsonNode before = platform.get("/api/v1/ratings/M1");

    // The latest is another one from the very moment on that readers see it.
    platform.publish(2, 4, List.of(Model.sedan("M1", "100").revised(2, "100")));
    platform.awaitEdition(2);
    JsonNode after = platform.get("/api/v1/ratings/M1");
    assertThat(after.get("edition").asInt()).isEqualTo(2);
    assertThat(after.get("ranking").get("rank").asInt()).isEqualTo(1);
    assertThat(platform.get("/api/v1/ratings/M1?edition=1")).isEqualTo(before);
  }
}
