package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carbonpublicity.local.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the four contracts, called by everybody: the answers stand in {@code
 * role-matrix.csv}. An operation without a row there fails.
 *
 * <p>A cell is the status that must come, or {@code *} for "let in": any answer but 401, 403 and
 * 5xx. Where being let in would change something, the request is one that is refused afterwards.
 * {@code {A}} and {@code {B}} stand for the codes of two automakers, {@code {assessmentA}}, {@code
 * {submissionA}} and {@code {formA}} for what A has; in a JSON body {@code ;} stands for a comma.
 */
class RoleMatrixIT {

  private static final List<String> CALLERS =
      List.of("public", "member", "automakerA", "automakerB", "analyst", "assessor");
  private static final List<String> SERVICES =
      List.of(
          "disclosure-service",
          "rating-service",
          "enterprise-assessment-service",
          "reporting-service");

  private final DemoPlatform demo = DemoPlatform.loaded();
  private final String automakerA = demo.enterprise("BYD");
  private final String automakerB = demo.enterprise("Chery");

  @Test
  void coversEveryOperationOfEveryContract() throws IOException {
    Set<String> declared = new TreeSet<>();
    for (String service : SERVICES) {
      declared.addAll(operations(service));
    }
    Set<String> covered = new TreeSet<>();
    rows().forEach(row -> covered.add(row.get("method") + " " + row.get("operation")));

    assertThat(covered).containsExactlyElementsOf(declared);
  }

  static Stream<Map<String, String>> rows() {
    return PublishedFigures.rows("../role-matrix.csv").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void answersEachCallerAsTheTableSays(Map<String, String> row) {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> actual = new LinkedHashMap<>();
    for (String caller : CALLERS) {
      String wanted = row.get(caller);
      int status = call(row, caller);
      expected.put(caller, wanted);
      boolean letIn = status != 401 && status != 403 && status < 500;
      actual.put(caller, wanted.equals("*") && letIn ? "*" : Integer.toString(status));
    }

    assertThat(actual).as(row.get("method") + " " + row.get("path")).isEqualTo(expected);
  }

  private int call(Map<String, String> row, String caller) {
    RequestSpecification request = caller(caller).call();
    String body = row.get("body");
    if (!body.isEmpty()) {
      boolean json = body.startsWith("{");
      request
          .contentType(json ? "application/json" : "text/csv")
          .body(filled(body).replace(';', ',').getBytes(StandardCharsets.UTF_8));
    }
    return request.request(row.get("method"), filled(row.get("path"))).statusCode();
  }

  private String filled(String template) {
    String filled = template.replace("{A}", automakerA).replace("{B}", automakerB);
    if (filled.contains("{formA}")) {
      filled =
          filled.replace(
              "{formA}",
              demo.anyone()
                  .call()
                  .get("/api/v1/vehicle-models/E36-PQin01/footprints")
                  .then()
                  .statusCode(200)
                  .extract()
                  .path("items[1].feedbackForm"));
    }
    if (filled.contains("{assessmentA}") || filled.contains("{submissionA}")) {
      JsonPath assessments =
          demo.as("assessor")
              .call()
              .get("/api/v1/assessments?enterprise=" + automakerA)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      filled =
          filled
              .replace("{assessmentA}", assessments.getString("items[0].id"))
              .replace("{submissionA}", assessments.getString("items[0].submission"));
    }
    return filled;
  }

  private Caller caller(String name) {
    return switch (name) {
      case "public" -> demo.anyone();
      case "automakerA" -> demo.as("automaker." + automakerA);
      case "automakerB" -> demo.as("automaker." + automakerB);
      default -> demo.as(name);
    };
  }

  private static List<String> operations(String service) throws IOException {
    Path contract =
        Installation.above(Path.of(""))
            .root()
            .resolve(service)
            .resolve("src/main/openapi/openapi.yaml");
    JsonNode paths = new YAMLMapper().readTree(contract.toFile()).path("paths");
    List<String> operations = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (Set.of("get", "put", "post", "patch", "delete").contains(method)) {
                            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }
}
