package org.carbonpublicity.disclosure.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carbonpublicity.disclosure.fixture.FaultCodes;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.MutatedForms;
import org.carbonpublicity.disclosure.fixture.Mutations;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.StoredRound;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand forms that went wrong somewhere, sent over HTTP: each is answered with what is wrong
 * in it, or stored as the answer says; nothing else ever.
 *
 * <p>The seed of a form is its number, so that a failure can be repeated.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class MutatedFormsTest {

  /** A thousand at a time, each with a round of its own: ten thousand take minutes. */
  private static final int FORMS = 1_000;

  /** A token lasts for minutes only. */
  private static final int FORMS_PER_TOKEN = 200;

  private static final int MODELS = 90;
  private static final int ROWS = 3;
  private static final Set<String> CODES = FaultCodes.documented();

  /** Faults of a file or of a row as a whole. */
  private static final Set<String> WITHOUT_COLUMN =
      Set.of(
          "empty-form",
          "malformed-csv",
          "unknown-encoding",
          "malformed-spreadsheet",
          "document-type",
          "expands-too-much",
          "too-many-cells",
          "too-many-formulas",
          "missing-cells",
          "extra-cells");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Platform platform;

  @TestHTTPResource("/api/v1/batches/")
  URI batches;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Integer> seen = new TreeMap<>();
  private int review;
  private int draft;
  private String mine;
  private String automaker;
  private String analyst;
  private StoredRound stored;
  private long imported;

  @BeforeEach
  void reviewAndDraft() {
    review = platform.draft();
    draft = platform.draft();
    mine = platform.enterprise("变异汽车 " + review);
    List<Map<String, String>> models = new ArrayList<>();
    for (int model = 0; model < MODELS; model++) {
      models.add(model(model));
    }
    platform
        .importCsv(review, "", Forms.csv(models.toArray(Map[]::new)))
        .statusCode(201)
        .body("rowsAccepted", equalTo(MODELS));
    Platform.analyst().post("/api/v1/batches/" + review + "/review").then().statusCode(200);
    stored = new StoredRound(platform, review, draft);
  }

  @ParameterizedTest(name = "seeds from {0},000 on")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void areAnsweredWithEveryFaultOrStoredAsAnswered(int thousand) throws Exception {
    String state = stored.state();
    for (int seed = thousand * FORMS; seed < (thousand + 1) * FORMS; seed++) {
      if (seed % FORMS_PER_TOKEN == 0) {
        analyst = Tokens.analyst();
        automaker = Tokens.automaker(mine);
      }
      state = sendAndCheck(sent(seed), state);
    }

    assertMixed();
  }

  /** Answers what is stored afterwards. */
  private String sendAndCheck(Sent sent, String before) throws InterruptedException {
    String told = "no answer";
    try {
      HttpResponse<String> response = send(sent);
      told = response.body();
      String after = stored.state();
      check(sent, response, before.equals(after));
      return after;
    } catch (AssertionError | IOException e) {
      throw new AssertionError(
          "seed " + sent.seed() + " to " + sent.path() + " was answered " + told, e);
    }
  }

  /**
   * A form on its way.
   *
   * @param path with query
   */
  private record Sent(
      int seed,
      boolean toReview,
      boolean dryRun,
      boolean partly,
      String path,
      MutatedForms.File file) {}

  private Sent sent(int seed) {
    Mutations mutations = new Mutations(seed);
    boolean toReview = mutations.below(5) > 0;
    boolean dryRun = mutations.below(4) == 0;
    boolean partly = mutations.below(2) == 0;
    String query =
        "?dryRun="
            + dryRun
            + "&acceptValidRows="
            + partly
            + (toReview
                ? mutations.oneOf(List.of("", "&language=zh", "&language=en"))
                : "&registerUnknown=" + (mutations.below(2) == 0));
    List<Map<String, String>> rows = new ArrayList<>();
    int first = mutations.below(MODELS);
    for (int row = 0; row < ROWS; row++) {
      Map<String, String> model = model((first + row * 7) % MODELS);
      if (toReview) {
        answer(mutations, model);
      } else {
        model.put("model_code", "变异-" + review + "-" + seed + "." + row);
      }
      rows.add(model);
    }
    List<String> columns = new ArrayList<>(Forms.HEADER);
    if (toReview) {
      columns.remove("footprint_g_per_km");
      columns.addAll(List.of("remark", "comment", "template_version"));
    }
    return new Sent(
        seed,
        toReview,
        dryRun,
        partly,
        (toReview ? review + "/feedback-forms" : draft + "/models") + query,
        MutatedForms.of(mutations, columns, rows));
  }

  /** What an automaker would say of a model: some of it right, some corrected. */
  private static void answer(Mutations mutations, Map<String, String> model) {
    switch (mutations.below(4)) {
      case 0 -> model.put("curb_mass_kg", String.valueOf(1_800 + mutations.below(300)));
      case 1 -> model.put("series", "Series " + mutations.below(9));
      case 2 -> {
        model.put("remark", mutations.oneOf(List.of("OUT_OF_SCOPE", "已停产", "CORRECTED", "同意")));
        model.put("comment", "说明 " + mutations.below(9));
      }
      default -> model.put("template_version", "feedback-1");
    }
  }

  private Map<String, String> model(int number) {
    Map<String, String> model =
        number % 2 == 0
            ? Forms.with(Forms.gasoline(), "curb_mass_kg", String.valueOf(1_300 + number))
            : Forms.bev();
    model.put("enterprise", mine);
    model.put("model_code", "MF-" + review + "-" + number);
    model.put("model_name", "考拉 " + number);
    return model;
  }

  private HttpResponse<String> send(Sent sent) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(batches.resolve(sent.path()))
            .header("Authorization", "Bearer " + (sent.toReview() ? automaker : analyst))
            .header("Content-Type", sent.file().mediaType())
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofByteArray(sent.file().bytes()))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private void check(Sent sent, HttpResponse<String> response, boolean unchanged)
      throws IOException {
    int status = response.statusCode();
    count(sent.file().mediaType() + " " + status);
    assertThat(status).isIn(200, 201, 413, 422);
    JsonNode answer = JSON.readTree(response.body());
    answer.path("errors").forEach(this::checkFault);
    if (status == 201) {
      assertThat(sent.dryRun()).as("dry run").isFalse();
      checkCounts(sent, answer);
      checkStored(sent, answer);
      return;
    }
    assertThat(unchanged).as("nothing was stored").isTrue();
    if (status == 200) {
      assertThat(sent.dryRun()).as("dry run").isTrue();
      checkCounts(sent, answer);
    } else {
      checkProblem(response, answer);
    }
  }

  private void checkFault(JsonNode fault) {
    String code = fault.path("code").asText();
    count("  " + code);
    assertThat(code).isIn(CODES);
    assertThat(fault.path("row").asLong()).as("row of %s", fault).isPositive();
    assertThat(fault.path("message").asText()).as("message of %s", fault).isNotBlank();
    if (!WITHOUT_COLUMN.contains(code)) {
      assertThat(fault.path("column").asText()).as("column of %s", fault).isNotBlank();
    }
  }

  private static void checkCounts(Sent sent, JsonNode answer) {
    long read = answer.path("rowsRead").asLong();
    long accepted = answer.path("rowsAccepted").asLong();
    long rejected = answer.path("rowsRejected").asLong();
    assertThat(rejected).isEqualTo(faultyRows(answer));
    assertThat(answer.path("errorsTotal").asLong()).isEqualTo(answer.path("errors").size());
    assertThat(accepted).isEqualTo(rejected == 0 || sent.partly() ? read - rejected : 0);
  }

  private static long faultyRows(JsonNode answer) {
    return answer.path("errors").findValues("row").stream().distinct().count();
  }

  private void checkStored(Sent sent, JsonNode answer) {
    long accepted = answer.path("rowsAccepted").asLong();
    assertThat(accepted).isPositive();
    if (sent.toReview()) {
      assertThat(stored.ofForm(answer.path("id").asText()))
          .isEqualTo(
              accepted + " " + accepted + " " + answer.path("remarks").path("corrected").asLong());
    } else {
      imported += accepted;
      assertThat(stored.importedModels()).isEqualTo(imported);
    }
  }

  private static void checkProblem(HttpResponse<String> response, JsonNode problem) {
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
    assertThat(problem.path("errors")).isNotEmpty();
    String type = problem.path("type").asText();
    if (type.equals("/problems/invalid-rows")) {
      assertThat(problem.path("rowsAccepted").asLong(-1)).isZero();
      assertThat(problem.path("rowsRejected").asLong()).isEqualTo(faultyRows(problem));
      assertThat(problem.path("errorsTotal").asLong()).isEqualTo(problem.path("errors").size());
    } else {
      assertThat(type)
          .isEqualTo(
              response.statusCode() == 413
                  ? "/problems/body-too-large"
                  : "/problems/unreadable-form");
    }
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  /** Else the mutations would say little. */
  private void assertMixed() {
    for (String mediaType : List.of(Platform.CSV, Platform.XLSX)) {
      for (int status : List.of(200, 201, 422)) {
        assertThat(seen.getOrDefault(mediaType + " " + status, 0))
            .as("%s answered %d", mediaType, status)
            .isGreaterThan(FORMS / 50);
      }
    }
    assertThat(seen.keySet().stream().filter(what -> what.startsWith("  ")))
        .as("different codes")
        .hasSizeGreaterThan(CODES.size() / 2);
  }
}
