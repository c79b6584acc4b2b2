package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stage, every action, every role. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TargetMatrixTest {

  private static final String READS = "read, path, history";

  /**
   * Statuses of: public, member, analyst (an expert of the panel once there is one), the automaker
   * of the enterprise, another automaker, assessor (an expert, too).
   */
  private static final List<String> MATRIX =
      List.of(
          "COMMITTED | read     | 404 404 404 200 404 200",
          "COMMITTED | path     | 404 404 404 200 404 200",
          "COMMITTED | history  | 404 404 404 200 404 200",
          "COMMITTED | define   | 401 403 403 200 404 200",
          "COMMITTED | submit   | 401 403 403 200 404 200",
          "COMMITTED | panel    | 401 403 403 403 403 409",
          "COMMITTED | vote     | 401 404 404 403 403 409",
          "COMMITTED | publish  | 401 403 403 403 403 409",
          "COMMITTED | report   | 401 403 403 409 404 409",
          "COMMITTED | withdraw | 401 403 403 200 404 403",
          "SUBMITTED | read     | 404 404 200 200 404 200",
          "SUBMITTED | path     | 404 404 200 200 404 200",
          "SUBMITTED | history  | 404 404 200 200 404 200",
          "SUBMITTED | define   | 401 403 403 409 404 409",
          "SUBMITTED | submit   | 401 403 403 409 404 409",
          "SUBMITTED | panel    | 401 403 403 403 403 200",
          "SUBMITTED | vote     | 401 404 200 403 403 200",
          "SUBMITTED | publish  | 401 403 403 403 403 409",
          "SUBMITTED | report   | 401 403 403 409 404 409",
          "SUBMITTED | withdraw | 401 403 403 200 404 403",
          "VALIDATED | read     | 404 404 200 200 404 200",
          "VALIDATED | path     | 404 404 200 200 404 200",
          "VALIDATED | history  | 404 404 200 200 404 200",
          "VALIDATED | define   | 401 403 403 409 404 409",
          "VALIDATED | submit   | 401 403 403 409 404 409",
          "VALIDATED | panel    | 401 403 403 403 403 409",
          "VALIDATED | vote     | 401 404 409 403 403 409",
          "VALIDATED | publish  | 401 403 403 403 403 200",
          "VALIDATED | report   | 401 403 403 409 404 409",
          "VALIDATED | withdraw | 401 403 403 200 404 403",
          "PUBLISHED | read     | 200 200 200 200 200 200",
          "PUBLISHED | path     | 200 200 200 200 200 200",
          "PUBLISHED | history  | 200 200 200 200 200 200",
          "PUBLISHED | define   | 401 403 403 409 403 409",
          "PUBLISHED | submit   | 401 403 403 409 403 409",
          "PUBLISHED | panel    | 401 403 403 403 403 409",
          "PUBLISHED | vote     | 401 409 409 403 403 409",
          "PUBLISHED | publish  | 401 403 403 403 403 409",
          "PUBLISHED | report   | 401 403 403 422 403 422",
          "PUBLISHED | withdraw | 401 403 403 200 403 403",
          "WITHDRAWN | read     | 200 200 200 200 200 200",
          "WITHDRAWN | path     | 200 200 200 200 200 200",
          "WITHDRAWN | history  | 200 200 200 200 200 200",
          "WITHDRAWN | define   | 401 403 403 409 403 409",
          "WITHDRAWN | submit   | 401 403 403 409 403 409",
          "WITHDRAWN | panel    | 401 403 403 403 403 409",
          "WITHDRAWN | vote     | 401 409 409 403 403 409",
          "WITHDRAWN | publish  | 401 403 403 403 403 409",
          "WITHDRAWN | report   | 401 403 403 409 403 409",
          "WITHDRAWN | withdraw | 401 403 403 409 403 403");

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  @ParameterizedTest
  @ValueSource(strings = {"COMMITTED", "SUBMITTED", "VALIDATED", "PUBLISHED", "WITHDRAWN"})
  void everyActionAnswersEveryRole(String stage) {
    TargetClient targets = new TargetClient(clock);
    String enterprise = platform.enterprise("Matrix Motors");
    String id = at(targets, stage, enterprise);
    List<String> tokens = new ArrayList<>(Arrays.asList(new String[] {null}));
    tokens.addAll(
        List.of(
            Tokens.member(),
            Tokens.analyst(),
            Tokens.automaker(enterprise),
            Tokens.automaker("T9999"),
            Tokens.assessor()));
    SoftAssertions all = new SoftAssertions();
    int cells = 0;
    for (String line : MATRIX) {
      String[] parts = line.split("\\s*\\|\\s*");
      if (!parts[0].equals(stage)) {
        continue;
      }
      String[] expected = parts[2].split(" ");
      for (int role = 0; role < expected.length; role++) {
        ValidatableResponse answer = act(targets, tokens.get(role), id, parts[1]);
        int status = answer.extract().statusCode();
        all.assertThat(status)
            .as("%s, role %d", line, role)
            .isEqualTo(Integer.valueOf(expected[role]));
        if (status == 409) {
          all.assertThat(answer.extract().<List<String>>path("allowed"))
              .as(line)
              .isEqualTo(TargetStage.valueOf(stage).allowed());
        }
        if (status == 200 && !READS.contains(parts[1])) {
          id = at(targets, stage, enterprise);
        }
        cells++;
      }
    }
    all.assertAll();
    assertThat(cells).isEqualTo(10 * 6);
  }

  private static String at(TargetClient targets, String stage, String enterprise) {
    return switch (stage) {
      case "COMMITTED" -> targets.defined(enterprise);
      case "SUBMITTED" -> targets.submitted(enterprise);
      case "VALIDATED" -> targets.validated(enterprise);
      case "PUBLISHED" -> targets.published(enterprise);
      default -> targets.withdrawn(enterprise);
    };
  }

  private static ValidatableResponse act(
      TargetClient targets, String token, String id, String action) {
    return switch (action) {
      case "read" -> targets.read(token, id);
      case "path", "history" ->
          as(token).get(TargetClient.TARGETS + "/" + id + "/" + action).then();
      case "define" -> targets.define(token, id, targets.definition(""));
      case "submit" -> targets.submit(token, id);
      case "panel" ->
          as(token)
              .body("{\"experts\": [\"assessor\", \"analyst\", \"another\"]}")
              .put(TargetClient.TARGETS + "/" + id + "/panel")
              .then();
      case "vote" -> targets.vote(token, id, "APPROVE");
      case "publish" -> targets.publish(token, id);
      // The year is not over: that is found out last.
      case "report" -> targets.report(token, id, targets.thisYear(), "1");
      default -> targets.withdraw(token, id);
    };
  }
}
