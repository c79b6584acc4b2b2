package org.carbonpublicity.rating.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.fixture.Recomputation;
import org.carbonpublicity.rating.fixture.Recomputation.Expected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From published footprints to readable editions, over a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EditionFlowTest {

  @Inject Platform platform;

  @BeforeEach
  void reset() {
    platform.reset();
  }

  @Test
  void everyNumberAgreesWithAnIndependentRecomputation() {
    Map<String, Model> models = generated(3_000, new Random(20_240_930));
    platform.activateScheme();

    platform.publish(1, 3, List.copyOf(models.values()));
    JsonNode first = platform.awaitEdition(1);

    assertAgrees(first, models);
    assertThat(first.get("trigger").asText()).isEqualTo("PUBLICATION");
    assertThat(first.has("previousEdition")).isFalse();

    Map<String, Model> second = new LinkedHashMap<>(models);
    List<Model> changes = new ArrayList<>();
    Random random = new Random(4);
    models.values().stream()
        .limit(150)
        .map(model -> model.revised(2, grams(random)))
        .forEach(changes::add);
    generated(400, random).values().forEach(model -> changes.add(renamed(model)));
    changes.forEach(model -> second.put(model.code(), model));
    List<JsonNode> before = platform.ratings(1);

    platform.publish(2, 4, changes);
    JsonNode next = platform.awaitEdition(2);

    assertAgrees(next, second);
    assertThat(next.get("previousEdition").asInt()).isEqualTo(1);
    assertThat(next.get("batches").toString()).isEqualTo("[3,4]");
    assertThat(next.get("cutOff").asText()).isEqualTo("2024-07-30");
    assertThat(platform.ratings(1)).as("edition 1 stays as it was").isEqualTo(before);
    assertEventsCarryForward(second);
  }

  private void assertAgrees(JsonNode edition, Map<String, Model> models) {
    int number = edition.get("number").asInt();
    Recomputation expected = new Recomputation(models.values());
    Map<String, Expected> actual = new TreeMap<>();
    int[] classes = new int[6];
    for (JsonNode rating : platform.ratings(number)) {
      Expected read = read(rating, "referenceGramsPerKm", "categoryMeanGramsPerKm");
      actual.put(rating.get("modelCode").asText(), read);
      classes[read.ratingClass()]++;
    }
    assertThat(actual).isEqualTo(normal(expected.ratings()));
    assertThat(edition.get("models").asInt()).isEqualTo(models.size());
    assertThat(edition.get("modelsUnrated").asInt()).isEqualTo(classes[0]);
    assertThat(edition.get("modelsRated").asInt()).isEqualTo(models.size() - classes[0]);
    for (int i = 1; i <= 5; i++) {
      assertThat(edition.get("classCounts").get(Integer.toString(i)).asInt())
          .isEqualTo(classes[i])
          .isPositive();
    }
    Map<String, BigDecimal> means = new TreeMap<>();
    platform
        .get("/api/v1/editions/" + number + "/category-means")
        .get("items")
        .forEach(
            mean ->
                means.put(
                    mean.get("powertrain").asText()
                        + "/"
                        + mean.get("bodyType").asText()
                        + "/"
                        + mean.get("segment").asText(),
                    strip(mean.get("meanGramsPerKm").decimalValue())));
    Map<String, BigDecimal> expectedMeans = new TreeMap<>();
    expected.means().forEach((category, mean) -> expectedMeans.put(category, strip(mean)));
    assertThat(means).isEqualTo(expectedMeans);
  }

  /** A consumer that keeps the last event of each model has the edition, and misses nothing. */
  private void assertEventsCarryForward(Map<String, Model> models) {
    Map<String, Expected> kept = new TreeMap<>();
    Map<Integer, Integer> perEdition = new TreeMap<>();
    for (SentEvent event : platform.ratingEvents()) {
      JsonNode json = Platform.parse(event.json());
      assertThat(event.key()).isEqualTo(json.get("modelCode").asText());
      kept.put(event.key(), read(json, "reference", "categoryMean"));
      perEdition.merge(json.get("edition").asInt(), 1, Integer::sum);
    }
    assertThat(kept).isEqualTo(normal(new Recomputation(models.values()).ratings()));
    Map<Integer, Integer> announced = new TreeMap<>();
    for (SentEvent event : platform.editionEvents()) {
      JsonNode json = Platform.parse(event.json());
      announced.put(json.get("edition").asInt(), json.get("ratingEvents").asInt());
    }
    assertThat(perEdition).isEqualTo(announced).hasSize(2);
  }

  @Test
  void anAnnouncementMayComeBeforeItsRows() {
    platform.activateScheme();
    platform.announce(1, 3, 2);
    platform.sendFootprints(1, 3, List.of(Model.sedan("A", "200")));
    platform.awaitReceived(1, 1);
    assertThat(platform.number("select count(*) from edition")).isZero();

    platform.sendFootprints(1, 3, List.of(Model.sedan("B", "300")));

    assertThat(platform.awaitEdition(1).get("models").asInt()).isEqualTo(2);
  }

  @Test
  void anEventThatComesTwiceCountsOnce() {
    platform.activateScheme();
    Model model = Model.sedan("A", "200");
    platform.sendFootprints(1, 3, List.of(model));
    platform.awaitReceived(1, 1);
    String json = "{\"modelCode\": \"B\"}";
    long position = platform.events().send(Topics.FOOTPRINTS, "footprint-noted.v1", "A", json);

    // The same event again, as a relay sends it after a crash; its position is that of the sedan.
    platform
        .events()
        .resend(Topics.FOOTPRINTS, "footprint-published.v1", "A", model.json(1, 3), position - 1);
    platform.sendFootprints(1, 3, List.of(Model.sedan("B", "300")));
    platform.awaitReceived(1, 2);
    platform.announce(1, 3, 2);

    assertThat(platform.awaitEdition(1).get("models").asInt()).isEqualTo(2);
    assertThat(platform.number("select count(*) from footprint_incoming")).isEqualTo(2);
  }

  @Test
  void theLatestRevisionWinsWhenAPublicationHoldsAModelTwice() {
    platform.activateScheme();

    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("A", "300").revised(2, "200"),
            Model.sedan("B", "300"),
            Model.sedan("A", "300")));

    assertThat(platform.awaitEdition(1).get("models").asInt()).isEqualTo(2);
    JsonNode rating = platform.get("/api/v1/ratings/A");
    assertThat(rating.get("footprintRevision").asInt()).isEqualTo(2);
    assertThat(rating.get("categoryMeanGramsPerKm").decimalValue()).isEqualByComparingTo("250");
  }

  @Test
  void publicationsWaitForASchemeAndGoIntoOneEdition() {
    platform.publish(1, 3, List.of(Model.sedan("A", "200"), Model.sedan("B", "240")));
    platform.publish(2, 4, List.of(Model.sedan("A", "200").revised(2, "260")));
    platform.publish(4, 6, List.of(Model.sedan("D", "200")));
    platform.awaitReceived(1, 2);
    platform.awaitReceived(2, 1);
    platform.awaitReceived(4, 1);

    platform.activateScheme();

    JsonNode edition = platform.awaitEdition(1);
    assertThat(edition.get("publication").asInt()).as("3 is missing, 4 waits").isEqualTo(2);
    assertThat(edition.get("batches").toString()).isEqualTo("[3,4]");
    assertThat(edition.get("models").asInt()).isEqualTo(2);
    assertThat(platform.get("/api/v1/ratings/A").get("footprintRevision").asInt()).isEqualTo(2);

    platform.publish(3, 5, List.of(Model.sedan("C", "200")));

    assertThat(platform.awaitEdition(2).get("publication").asInt()).isEqualTo(4);
  }

  @Test
  void onlyModelsThatDifferAreTold() {
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("A", "240"),
            Model.sedan("B", "260"),
            Model.sedan("OTHER", "150").driven("BEV"),
            Model.sedan("OFF", "200").offSale()));
    platform.awaitEdition(1);

    // The mean stays 250, so that B and OFF stay what they are as well.
    platform.publish(2, 4, List.of(Model.sedan("A", "240").revised(2, "240")));
    platform.awaitEdition(2);
    // Now the mean moves: all three of the category differ, the other category does not.
    platform.publish(3, 5, List.of(Model.sedan("A", "240").revised(3, "230")));
    platform.awaitEdition(3);

    assertThat(told(1)).containsExactlyInAnyOrder("A", "B", "OTHER", "OFF");
    assertThat(told(2)).containsExactly("A");
    assertThat(told(3)).containsExactlyInAnyOrder("A", "B", "OFF");
  }

  @Test
  void anotherSchemeRatesTheSameModelsAnew() {
    platform.activateScheme();
    platform.publish(
        1, 3, List.of(Model.sedan("A", "240"), Model.sedan("B", "240").driven("DIESEL")));
    platform.awaitEdition(1);
    platform.putScheme(
        "milder",
        """
        {"title": "Milder", "titleZh": "宽松",
         "lines": {"GASOLINE": {"interceptGramsPerKm": 1000, "slopeGramsPerKmPerKg": 0}},
         "classUpperBounds": {"1": 0.92, "2": 0.97, "3": 1.03, "4": 1.08}}""");

    platform.activate("milder");

    JsonNode edition = platform.awaitEdition(2);
    assertThat(edition.get("trigger").asText()).isEqualTo("SCHEME_ACTIVATION");
    assertThat(edition.get("scheme").asText()).isEqualTo("milder");
    assertThat(edition.get("publication").asInt()).isEqualTo(1);
    JsonNode rated = platform.get("/api/v1/ratings/A");
    assertThat(rated.get("class").asInt()).isEqualTo(1);
    assertThat(rated.get("previousClass").asInt()).isEqualTo(2);
    JsonNode unrated = platform.get("/api/v1/ratings/B");
    assertThat(unrated.get("unratedReason").asText()).isEqualTo("NO_LINE");
    assertThat(unrated.has("class")).isFalse();
    assertThat(platform.get("/api/v1/ratings/B?edition=1").get("class").asInt()).isEqualTo(1);
    assertThat(platform.get("/api/v1/rating-schemes/milder").get("firstEdition").asInt())
        .isEqualTo(2);
    assertThat(platform.get("/api/v1/rating-schemes/test").get("state").asText())
        .isEqualTo("RETIRED");
  }

  @Test
  void anotherReasonWhyAModelIsUnratedIsTold() {
    platform.putScheme("lines", lines("GASOLINE"));
    platform.activate("lines");
    platform.publish(1, 3, List.of(Model.sedan("A", "240").withoutMass().driven("DIESEL")));
    platform.awaitEdition(1);
    platform.putScheme(
        "means",
        """
        {"kind": "CATEGORY_MEAN", "title": "Means", "titleZh": "均值",
         "classUpperBounds": {"1": 0.92, "2": 0.97, "3": 1.03, "4": 1.08}}""");
    platform.publish(
        2, 4, List.of(Model.sedan("A", "240").withoutMass().driven("DIESEL").offSale()));
    platform.awaitEdition(2);

    platform.activate("means");

    platform.awaitEdition(3);
    assertThat(platform.get("/api/v1/ratings/A?edition=2").get("unratedReason").asText())
        .isEqualTo("NO_CURB_MASS");
    assertThat(platform.get("/api/v1/ratings/A").get("unratedReason").asText())
        .isEqualTo("NO_CATEGORY_MEAN");
    assertThat(told(3)).containsExactly("A");
  }

  private static String lines(String powertrain) {
    return """
    {"title": "Lines", "titleZh": "线",
     "lines": {"%s": {"interceptGramsPerKm": 40, "slopeGramsPerKmPerKg": 0.155}},
     "classUpperBounds": {"1": 0.92, "2": 0.97, "3": 1.03, "4": 1.08}}"""
        .formatted(powertrain);
  }

  @Test
  void aPoisonedFootprintIsSetAsideAndItsPublicationWaits() {
    platform.activateScheme();
    platform
        .events()
        .send(Topics.FOOTPRINTS, "footprint-published.v1", "P", Model.sedan("P", "-1").json(1, 3));
    platform.publish(1, 3, List.of(Model.sedan("A", "200")));
    platform.awaitReceived(1, 1);

    await()
        .atMost(Platform.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        platform.number(
                            "select count(*) from dead_letter"
                                + " where reason like '%footprintGramsPerKm is negative%'"))
                    .isEqualTo(1));
    assertThat(platform.awaitEdition(1).get("models").asInt()).isEqualTo(1);
  }

  private List<String> told(int edition) {
    return platform.ratingEvents().stream()
        .filter(event -> Platform.parse(event.json()).get("edition").asInt() == edition)
        .map(SentEvent::key)
        .toList();
  }

  private static Expected read(JsonNode rating, String reference, String mean) {
    return new Expected(
        rating.path("class").asInt(),
        decimal(rating, "ratio"),
        decimal(rating, reference),
        decimal(rating, mean),
        rating.has("belowAverage") ? rating.get("belowAverage").asBoolean() : null);
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    return node.has(field) ? node.get(field).decimalValue().stripTrailingZeros() : null;
  }

  private static Map<String, Expected> normal(Map<String, Expected> ratings) {
    Map<String, Expected> normal = new TreeMap<>();
    ratings.forEach(
        (code, rating) ->
            normal.put(
                code,
                new Expected(
                    rating.ratingClass(),
                    strip(rating.ratio()),
                    strip(rating.reference()),
                    strip(rating.mean()),
                    rating.below())));
    return normal;
  }

  private static BigDecimal strip(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros();
  }

  private static Model renamed(Model model) {
    return new Model(
        "N" + model.code(),
        model.enterprise(),
        model.powertrain(),
        model.bodyType(),
        model.segment(),
        model.curbMassKg(),
        model.footprint(),
        model.onSale(),
        model.revision());
  }

  private static String grams(Random random) {
    return BigDecimal.valueOf(10_000 + random.nextInt(25_000), 2).toPlainString();
  }

  private static Map<String, Model> generated(int count, Random random) {
    List<String> powertrains = List.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
    List<String> bodies = List.of("SEDAN", "SUV", "MPV");
    List<String> segments = List.of("A00", "A0", "A", "B", "C", "D");
    Map<String, Model> models = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String code = "M%05d".formatted(i);
      boolean massUnknown = random.nextInt(50) == 0;
      models.put(
          code,
          new Model(
              code,
              "E%04d".formatted(random.nextInt(60)),
              powertrains.get(random.nextInt(powertrains.size())),
              bodies.get(random.nextInt(bodies.size())),
              segments.get(random.nextInt(segments.size())),
              massUnknown ? null : BigDecimal.valueOf(8_000 + random.nextInt(17_000), 1),
              new BigDecimal(grams(random)),
              random.nextBoolean(),
              1));
    }
    return models;
  }
}
