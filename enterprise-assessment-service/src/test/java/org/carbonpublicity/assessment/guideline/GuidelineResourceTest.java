package org.carbonpublicity.assessment.guideline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.scoring.StarRule;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class GuidelineResourceTest {

  private static final String CPP = "/api/v1/guidelines/cpp-2024";

  @Inject Platform platform;
  @Inject Guidelines guidelines;

  @Test
  void everybodyReadsAllItemsAndTheTableOfStars() {
    given()
        .get(CPP)
        .then()
        .statusCode(200)
        .body("language", equalTo("en"))
        .body("note", startsWith("Illustrative"))
        .body("dimensions.code", equalTo(List.of("AW", "AC", "PL", "ME", "DI")))
        .body("items.code", equalTo(Answers.ITEMS))
        .body(
            "items.findAll { it.mandatory }.code",
            equalTo(Answers.ITEMS.stream().filter(Answers::isMandatory).toList()))
        .body("mandatoryItems", equalTo(15))
        .body("starRules.stars", equalTo(List.of(5, 4, 3, 2, 1)))
        .body("starRules[1].scoreFloor", equalTo(80))
        .body("starRules[1].mandatoryRatioFloorPercent", equalTo(60))
        .body("starRules[3].mandatoryRatioFloorPercent", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | zh",
        "en;q=0.5,zh | zh",
        "de,en,zh;q=0.1 | en",
        "*,zh;q=0.5 | en",
        "fr | en"
      })
  void speaksTheLanguageTheReaderPrefers(String accepted, String language) {
    given()
        .header("Accept-Language", accepted)
        .get(CPP)
        .then()
        .statusCode(200)
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .body("language", equalTo(language))
        .body("dimensions[0].title", equalTo(language.equals("zh") ? "碳意识" : "Carbon awareness"));
  }

  @Test
  void listsGuidelinesInPages() {
    given().get("/api/v1/guidelines").then().statusCode(200).body("items.id", hasItem("cpp-2024"));
    given()
        .queryParam("cursor", "Y3BwLTIwMjQ")
        .get("/api/v1/guidelines")
        .then()
        .statusCode(200)
        .body("items.findAll { it.id == 'cpp-2024' }", hasSize(0));
  }

  @Test
  void knowsNoOtherGuideline() {
    given()
        .get("/api/v1/guidelines/cpp-1999")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unknown-guideline"));
  }

  @Test
  void isActivatedOnceByAllInstancesThatStartTogether() throws Exception {
    Guideline guideline =
        new Guideline(
            "race",
            "Race",
            "赛",
            "A test",
            "测试",
            null,
            List.of(new Dimension("X", "X", "X", List.of(new Item("X1", true, "x", "x")))),
            List.of(new StarRule(1, null, null)));
    Callable<Boolean> start = () -> guidelines.activate(guideline);
    ExecutorService instances = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> outcomes =
          instances.invokeAll(List.of(start, start, start, start, start, start, start, start));

      int activated = 0;
      for (Future<Boolean> outcome : outcomes) {
        activated += outcome.get() ? 1 : 0;
      }
      assertThat(activated).isEqualTo(1);
      assertThat(platform.told(Topics.GUIDELINES, "race")).hasSize(1);
    } finally {
      instances.shutdown();
    }
    assertThat(guidelines.find("race").orElseThrow().guideline()).isEqualTo(guideline);
  }
}
