package org.carbonpublicity.reporting.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.KeyedJson;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The change feed, compared with a plain recomputation over what was sent. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ModelChangesTest {

  private static final int EDITIONS = 4;

  /** Keys of the feed and the fields of model-rated.v1, written apart from the production's. */
  private static final Map<String, String> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("onSale", "onSale");
    COMPARED.put("footprintGramsPerKm", "footprintGramsPerKm");
    COMPARED.put("class", "class");
    COMPARED.put("unratedReason", "unratedReason");
    COMPARED.put("ratio", "ratio");
    COMPARED.put("referenceGramsPerKm", "reference");
    COMPARED.put("belowAverage", "belowAverage");
  }

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String CODES = "ABCabc-_0129";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;

  @BeforeEach
  void start() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
  }

  @AfterEach
  void stop() {
    producers.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theFeedIsWhatARecomputationFinds(long seed) throws IOException {
    Random random = new Random(seed);
    List<TreeMap<String, RatedModel>> editions = new ArrayList<>(List.of(new TreeMap<>()));
    for (int edition = 1; edition <= EDITIONS; edition++) {
      editions.add(next(edition, editions.get(edition - 1), random));
    }
    for (int since = 0; since <= EDITIONS; since++) {
      for (int until = Math.max(1, since); until <= EDITIONS; until++) {
        String path = "/changes?since=" + since + "&until=" + until;
        List<String> expected = expected(editions.get(since), editions.get(until));

        assertThat(json(path + "&limit=7")).as(path + " seed " + seed).isEqualTo(expected);
        assertThat(csv(path + "&limit=1000")).as(path + " seed " + seed).isEqualTo(expected);
      }
    }
  }

  /** Publishes an edition in which some models are new, some differ and some are gone. */
  private TreeMap<String, RatedModel> next(
      int edition, TreeMap<String, RatedModel> former, Random random) {
    TreeMap<String, RatedModel> models = new TreeMap<>(former);
    List<KeyedJson> rated = new ArrayList<>();
    int gone = 0;
    for (String code : former.keySet()) {
      int what = random.nextInt(12);
      if (what == 0) {
        producers.withdrawn(edition, code);
        models.remove(code);
        gone++;
      } else if (what < 9) {
        models.put(code, changed(code, what, random));
        rated.add(models.get(code).in(edition));
      }
    }
    for (int i = 0; i < 20; i++) {
      String code = code(random);
      if (!former.containsKey(code) && !models.containsKey(code)) {
        models.put(code, RatedModel.model(code));
        rated.add(models.get(code).in(edition));
      }
    }
    producers.rated(rated);
    producers.completed(edition, models.size(), rated.size() + gone);
    Reports.awaitEdition(edition);
    return models;
  }

  /** Some of these are no difference to the feed: a mean, a name, a zero at the end. */
  private static RatedModel changed(String code, int what, Random random) {
    RatedModel model = RatedModel.model(code);
    return switch (what) {
      case 1 -> model.footprint(120 + random.nextInt(3) + ".5");
      case 2 -> model.with("class", 1 + random.nextInt(5));
      case 3 -> model.offSale();
      case 4 -> model.unrated();
      case 5 -> model.with("categoryMean", new BigDecimal("170." + random.nextInt(9)));
      case 6 -> model.with("modelName", "Renamed").with("enterpriseName", "Alpha, \"new\"");
      case 7 -> model.footprint("150.0");
      default -> model.with("belowAverage", false).with("reference", new BigDecimal("99.9"));
    };
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      code.append(CODES.charAt(random.nextInt(CODES.length())));
    }
    return code.toString();
  }

  /** One line for each field that differs. */
  private static List<String> expected(
      TreeMap<String, RatedModel> before, TreeMap<String, RatedModel> after) {
    List<String> lines = new ArrayList<>();
    TreeSet<String> codes = new TreeSet<>(before.keySet());
    codes.addAll(after.keySet());
    for (String code : codes) {
      RatedModel a = before.get(code);
      RatedModel b = after.get(code);
      String kind = a == null ? "ADDED" : b == null ? "WITHDRAWN" : "CHANGED";
      RatedModel told = b == null ? a : b;
      COMPARED.forEach(
          (key, field) -> {
            String x = a == null ? "" : a.text(field);
            String y = b == null ? "" : b.text(field);
            if (!same(x, y)) {
              lines.add(
                  String.join(
                      "|",
                      code,
                      told.text("modelName"),
                      told.text("enterprise"),
                      told.text("enterpriseName"),
                      kind,
                      key,
                      x,
                      y));
            }
          });
    }
    return lines;
  }

  private static boolean same(String x, String y) {
    return x.matches("[0-9.]+") && y.matches("[0-9.]+")
        ? new BigDecimal(x).compareTo(new BigDecimal(y)) == 0
        : x.equals(y);
  }

  private static List<String> json(String path) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String page = path; !page.isEmpty(); ) {
      Response answer = OpenData.ok(page);
      for (JsonNode change : JSON.readTree(answer.asByteArray()).get("changes")) {
        for (JsonNode field : change.get("fields")) {
          lines.add(
              String.join(
                  "|",
                  change.get("modelCode").asText(),
                  change.get("modelName").asText(),
                  change.get("enterpriseCode").asText(),
                  change.get("enterprise").asText(),
                  change.get("change").asText(),
                  field.get("field").asText(),
                  text(field.get("before")),
                  text(field.get("after"))));
        }
      }
      page = OpenData.link(answer, "next");
    }
    return lines;
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }

  private static List<String> csv(String path) throws IOException {
    Response answer = OpenData.get(Reports.client().accept("text/csv"), path);
    assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(answer.asString())) {
      return reader.stream()
          .map(
              row ->
                  String.join(
                      "|",
                      row.getField("modelCode"),
                      row.getField("modelName"),
                      row.getField("enterpriseCode"),
                      row.getField("enterprise"),
                      row.getField("change"),
                      row.getField("field"),
                      row.getField("before"),
                      row.getField("after")))
          .toList();
    }
  }

  @Test
  void aWithdrawnModelSaysWhichOneStandsForIt() {
    producers.edition(1, List.of(RatedModel.model("M1"), RatedModel.model("M2")));
    Reports.awaitEdition(1);
    String withdrawal =
        Producers.withdrawal(2, "M1").replace("\"batch\"", "\"mergedInto\": \"M2\", \"batch\"");
    producers.events().send(Topics.RATINGS, "model-withdrawn.v1", "M1", withdrawal);
    producers.completed(2, 1, 1);
    Reports.awaitEdition(2);

    Response answer = OpenData.ok("/changes?since=1");

    assertThat(answer.jsonPath().getList("changes.modelCode")).containsExactly("M1");
    assertThat(answer.jsonPath().getString("changes[0].change")).isEqualTo("WITHDRAWN");
    assertThat(answer.jsonPath().getString("changes[0].mergedInto")).isEqualTo("M2");
  }

  @Test
  void pagesStayBetweenTheirEditionsAndFixedOnesAreForEver() {
    producers.edition(1, List.of(RatedModel.model("M1"), RatedModel.model("M2")));
    Reports.awaitEdition(1);
    Response open = OpenData.ok("/changes?since=0&limit=1");
    producers.rated(List.of(RatedModel.model("M2").footprint("99").in(2)));
    producers.completed(2, 2, 1);
    Reports.awaitEdition(2);

    Response second = OpenData.ok(OpenData.link(open, "next"));

    assertThat(open.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(OpenData.link(open, "cite-as")).isEqualTo("/changes?since=0&until=1");
    assertThat(second.jsonPath().getInt("until")).isEqualTo(1);
    assertThat(second.jsonPath().getList("changes.modelCode")).containsExactly("M2");
    assertThat(second.asString()).contains("\"after\":150.00");
    assertThat(second.header("Cache-Control")).contains("immutable");
    assertThat(OpenData.link(second, "next")).isEmpty();
    Response known =
        OpenData.get(
            Reports.client().header("If-None-Match", second.header("ETag")),
            OpenData.link(open, "next"));
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(OpenData.ok("/changes?since=2").jsonPath().getList("changes")).isEmpty();
    assertThat(OpenData.get("/changes?since=2&until=1").statusCode()).isEqualTo(400);
  }
}
