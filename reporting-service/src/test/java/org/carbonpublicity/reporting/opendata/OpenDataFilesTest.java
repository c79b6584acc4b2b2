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
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.edition.persistence.RatingColumn;
import org.carbonpublicity.reporting.testing.Fleet;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's fleet as open data: every cell is what was sent as an event. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDataFilesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Keys of the files and the fields of model-rated.v1, written apart from the production's. */
  private static final Map<String, String> EVENT_FIELDS =
      Map.of(
          "enterpriseCode", "enterprise",
          "enterprise", "enterpriseName",
          "referenceGramsPerKm", "reference",
          "categoryMeanGramsPerKm", "categoryMean");

  private static final String HEADING =
      "edition,modelCode,modelName,enterpriseCode,enterprise,group,brand,countryStyle,series,powertrain,"
          + "bodyType,segment,curbMassKg,priceCny,launchMonth,onSale,batch,footprintRevision,"
          + "footprintGramsPerKm,class,unratedReason,ratio,referenceGramsPerKm,categoryMeanGramsPerKm,"
          + "belowAverage";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private final List<RatedModel> models = new ArrayList<>();
  private Producers producers;

  @BeforeAll
  void publish() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    models.addAll(Fleet.rated());
    models.add(RatedModel.model("Z-1").with("modelName", "轿车 \"一\", 二\r\n三\t\\ €😀"));
    models.add(RatedModel.model("z-2").footprint("150.000").without("curbMassKg"));
    models.sort(
        Comparator.comparing(
            model -> model.text("modelCode").getBytes(StandardCharsets.UTF_8),
            Arrays::compareUnsigned));
    producers.edition(1, models);
    Reports.awaitEdition(1);
  }

  @AfterAll
  void close() {
    producers.close();
  }

  @Test
  void everyCellOfTheCsvIsWhatWasSent() throws Exception {
    byte[] file = OpenData.bytes("/editions/1/models.csv").body();
    String text = new String(file, StandardCharsets.UTF_8);

    assertThat(text).startsWith(HEADING + "\r\n").endsWith("\r\n");
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      List<NamedCsvRecord> rows = csv.stream().toList();
      assertThat(rows).hasSameSizeAs(models);
      for (int i = 0; i < rows.size(); i++) {
        Map<String, String> row = rows.get(i).getFieldsAsMap();
        RatedModel model = models.get(i);
        row.forEach(
            (key, cell) ->
                assertThat(cell)
                    .as(model.text("modelCode") + " " + key)
                    .isEqualTo(key.equals("edition") ? "1" : sent(model, key)));
      }
    }
  }

  @Test
  void everyValueOfTheJsonLinesIsWhatWasSent() throws Exception {
    byte[] file = OpenData.bytes("/editions/1/models.jsonl").body();
    String[] lines = new String(file, StandardCharsets.UTF_8).split("\n");

    assertThat(lines).hasSize(models.size());
    for (int i = 0; i < lines.length; i++) {
      JsonNode row = JSON.readTree(lines[i]);
      RatedModel model = models.get(i);
      assertThat(row.fieldNames()).toIterable().containsExactly(HEADING.split(","));
      assertThat(row.get("edition").isInt()).isTrue();
      assertThat(row.get("footprintGramsPerKm").isNumber()).isTrue();
      assertThat(row.get("onSale").isBoolean()).isTrue();
      for (String key : HEADING.split(",")) {
        String sent = key.equals("edition") ? "1" : sent(model, key);
        JsonNode value = row.get(key);
        String told = value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
        assertThat(value.isNull() ? "" : told)
            .as(model.text("modelCode") + " " + key)
            .isEqualTo(sent);
      }
    }
  }

  private static String sent(RatedModel model, String key) {
    return model.text(EVENT_FIELDS.getOrDefault(key, key));
  }

  @Test
  void nothingThatIsKnownOfAModelIsLeftOut() {
    assertThat(ModelField.values())
        .extracting(ModelField::column)
        .containsAll(
            Arrays.stream(RatingColumn.values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"models.csv", "models.jsonl"})
  void theDataPackageTellsLengthAndChecksumOfTheStreamedBytes(String name) throws Exception {
    JsonNode resource = resource(name);
    HttpResponse<byte[]> plain = OpenData.bytes("/editions/1/" + name);
    HttpResponse<byte[]> gzip =
        OpenData.bytes("/editions/1/" + name, "Accept-Encoding", "br, gzip;q=0.5");

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.headers().firstValueAsLong("Content-Length"))
        .hasValue(resource.get("bytes").asLong());
    assertThat(plain.body()).hasSize(resource.get("bytes").asInt());
    assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + sha256(plain.body()));
    assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(gzip.headers().firstValueAsLong("Content-Length")).hasValue(gzip.body().length);
    assertThat(gzip.body().length).isLessThan(plain.body().length / 3);
    // Reads the checksum of gzip as well.
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
    }
    assertThat(plain.headers().firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(gzip.headers().firstValue("ETag"));
    assertThat(gzip.headers().firstValue("Vary")).hasValue("Accept-Encoding");
  }

  @Test
  void theDataPackageIsADictionaryInTwoLanguages() throws Exception {
    JsonNode descriptor = descriptor();

    assertThat(descriptor.get("profile").asText()).isEqualTo("data-package");
    assertThat(descriptor.get("edition").asInt()).isEqualTo(1);
    assertThat(descriptor.get("asOf").asText()).isEqualTo("2024-09-30");
    assertThat(descriptor.at("/licenses/0/name").asText()).isEqualTo("CC-BY-4.0");
    JsonNode fields = resource("models.csv").at("/schema/fields");
    assertThat(fields)
        .extracting(field -> field.get("name").asText())
        .containsExactly(HEADING.split(","));
    for (JsonNode field : fields) {
      assertThat(field.get("title").asText()).matches("[\\x20-\\x7e]+");
      assertThat(field.get("description").asText()).matches("[\\x20-\\x7e]+");
      assertThat(field.get("titleZh").asText()).isNotBlank();
      assertThat(field.get("descriptionZh").asText()).containsPattern("\\p{IsHan}");
      String name = field.get("name").asText();
      if (name.endsWith("GramsPerKm")) {
        assertThat(field.get("unit").asText()).isEqualTo("gCO2e/km");
      }
    }
    assertThat(descriptor.get("resources"))
        .extracting(r -> r.get("name").asText())
        .startsWith("models-csv", "models-jsonl", "table-3", "table-4")
        .contains("figure-1", "figure-2", "figure-11", "figure-12", "figure-15")
        .doesNotContain("table-1", "table-2")
        .doesNotHaveDuplicates();
  }

  /** Tables without sales or guideline are not promised, and what is promised is there. */
  @Test
  void everyTableAndFigureOfTheDataPackageIsThere() throws Exception {
    for (JsonNode resource : descriptor().get("resources")) {
      String path = resource.get("path").asText();
      if (path.startsWith("http://localhost:8080/api/v1/reports/")) {
        Response answer =
            Reports.get(path.substring("http://localhost:8080/api/v1/reports/".length()));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.jsonPath().getString("title")).isEqualTo(resource.get("title").asText());
        assertThat(answer.jsonPath().getList("columns.key"))
            .isEqualTo(resource.get("columns").findValuesAsText("name"));
      } else {
        assertThat(path).matches("models\\.(csv|jsonl)");
      }
    }
  }

  @Test
  void aFileOfAnEditionIsKeptForEverAndCited() {
    Response answer = OpenData.ok("/editions/1/models.csv");

    assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(OpenData.link(answer, "cite-as")).isEqualTo("/editions/1/models.csv");
    assertThat(OpenData.link(answer, "describedby")).isEqualTo("/editions/1/datapackage.json");
    Response known =
        OpenData.get(
            Reports.client().header("If-None-Match", answer.header("ETag")),
            "/editions/1/models.csv");
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.asByteArray()).isEmpty();
    assertThat(known.header("ETag")).isEqualTo(answer.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"models.csv", "models.jsonl", "datapackage.json"})
  void latestLeadsToTheEditionOfThatMoment(String name) {
    Response answer = OpenData.get("/editions/latest/" + name);

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/open-data/editions/1/" + name);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void theCatalogueListsTheEdition() {
    Response answer = OpenData.ok("");

    assertThat(answer.jsonPath().getList("items.edition")).containsExactly(1);
    assertThat(answer.jsonPath().getInt("items[0].models")).isEqualTo(models.size());
    assertThat(answer.jsonPath().getString("items[0].asOf")).isEqualTo("2024-09-30");
    for (String path : answer.jsonPath().<String>getList("items[0].files.path")) {
      assertThat(Reports.client().head(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(OpenData.link(answer, "next")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/editions/2/models.csv, 404, unknown-edition",
    "/editions/0/models.jsonl, 404, unknown-edition",
    "/editions/01/models.csv, 404, unknown-edition",
    "/editions/99999999999999999999/models.csv, 404, unknown-edition",
    "/editions/newest/datapackage.json, 404, unknown-edition",
    "/editions/1/models.csv?class=1, 400, unknown-query-parameter",
    "/changes, 400, malformed-parameter",
    "/changes?since=x, 404, unknown-edition",
    "/changes?since=2, 404, unknown-edition",
    "/changes?since=0&until=0, 404, unknown-edition",
    "/changes?since=0&limit=0, 400, malformed-parameter",
    "/changes?since=0&cursor=%25, 400, malformed-parameter",
    "?cursor=eHk, 400, malformed-parameter",
    "?limit=1001, 400, malformed-parameter",
  })
  void whatCannotBeAnsweredIsAProblem(String path, int status, String type) {
    Response answer = OpenData.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + type);
  }

  @Test
  void noOtherFormIsOffered() {
    assertThat(OpenData.get("/editions/1/models.xml").statusCode()).isEqualTo(404);
    assertThat(
            OpenData.get(Reports.client().accept("application/pdf"), "/editions/1/models.csv")
                .statusCode())
        .isEqualTo(406);
  }

  private static JsonNode resource(String path) throws Exception {
    for (JsonNode resource : descriptor().get("resources")) {
      if (resource.get("path").asText().equals(path)) {
        return resource;
      }
    }
    throw new AssertionError("no resource " + path);
  }

  private static JsonNode descriptor() throws Exception {
    return JSON.readTree(OpenData.ok("/editions/1/datapackage.json").asByteArray());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
