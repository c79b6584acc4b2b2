package org.carbonpublicity.disclosure.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition in every state, asked for by everybody. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestProfile(TransitionTest.WorkersAsleep.class)
class TransitionTest {

  /**
   * Batches stay in the state that a test puts them in; nothing is asked for that wakes a worker.
   */
  public static final class WorkersAsleep implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "disclosure.publication.poll-interval", "1H",
          "disclosure.recalculation.poll-interval", "1H");
    }
  }

  private static final List<String> TRANSITIONS =
      List.of(
          "models",
          "change",
          "review",
          "feedback-forms",
          "deadline-extensions",
          "recalculation",
          "publication",
          "waived publication",
          "cancellation");

  /** What an analyst is answered: one column per transition, in the order above. */
  private static final Map<String, List<Integer>> ANALYST =
      Map.of(
          "PUBLISHING", List.of(409, 409, 409, 409, 409, 409, 409, 409, 409),
          "DRAFT", List.of(201, 200, 200, 409, 409, 409, 409, 202, 200),
          "IN_REVIEW", List.of(409, 200, 409, 201, 201, 409, 409, 202, 200),
          "RECALCULATING", List.of(409, 409, 409, 409, 409, 409, 202, 202, 409),
          "PUBLISHED", List.of(409, 409, 409, 409, 409, 409, 409, 409, 409),
          "CANCELLED", List.of(409, 409, 409, 409, 409, 409, 409, 409, 409));

  /** What an automaker is answered to its form; anything else is not for it. */
  private static final Map<String, Integer> FORM =
      Map.of(
          "PUBLISHING", 409,
          "DRAFT", 404,
          "IN_REVIEW", 201,
          "RECALCULATING", 409,
          "PUBLISHED", 409,
          "CANCELLED", 409);

  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "PUBLISHING", List.of(),
          "DRAFT",
              List.of(
                  "import", "review", "publication with reviewWaived", "change", "cancellation"),
          "IN_REVIEW",
              List.of(
                  "feedback-forms",
                  "deadline-extensions",
                  "recalculation",
                  "publication",
                  "change",
                  "cancellation"),
          "RECALCULATING", List.of("publication"),
          "PUBLISHED", List.of(),
          "CANCELLED", List.of());

  @Inject Platform platform;
  @Inject Database database;

  /** Those that nothing is accepted in come first, so that no worker is awake while they are. */
  static List<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (String state :
        List.of("PUBLISHING", "PUBLISHED", "CANCELLED", "IN_REVIEW", "DRAFT", "RECALCULATING")) {
      for (int i = 0; i < TRANSITIONS.size(); i++) {
        String transition = TRANSITIONS.get(i);
        boolean form = transition.equals("feedback-forms");
        pairs.add(Arguments.of(state, transition, "analyst", ANALYST.get(state).get(i)));
        pairs.add(Arguments.of(state, transition, "automaker", form ? FORM.get(state) : 403));
        pairs.add(Arguments.of(state, transition, "other automaker", 403));
        pairs.add(Arguments.of(state, transition, "member", 403));
        pairs.add(Arguments.of(state, transition, "assessor", 403));
        pairs.add(Arguments.of(state, transition, "public", 401));
      }
    }
    return pairs;
  }

  @ParameterizedTest(name = "{0}: {1} by {2} is {3}")
  @MethodSource("pairs")
  void isAllowedOrNot(String state, String transition, String role, int expected) {
    int batch = platform.draft();
    String mine = platform.enterprise("Mine of " + batch);
    String row = Platform.gasoline(mine, "TR-" + batch, 6.0);
    platform.importCsv(batch, "", Platform.form(row)).statusCode(201);
    database.update(
        "update batch set feedback_deadline = current_date + 30 where number = ?", batch);
    put(batch, state);
    long version = version(batch);

    Response answer = ask(batch, transition, caller(role, mine), mine);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(expected);
    if (expected >= 400) {
      assertThat(version(batch)).isEqualTo(version);
    }
    if (expected == 409) {
      boolean waits =
          state.equals("IN_REVIEW")
              && (transition.equals("recalculation") || transition.equals("publication"));
      assertThat(answer.jsonPath().getString("type"))
          .isEqualTo(waits ? "/problems/review-open" : "/problems/batch-state");
      assertThat(answer.jsonPath().getList("allowed", String.class))
          .isEqualTo(
              waits
                  ? List.of(
                      transition + " with reviewWaived",
                      "feedback-forms",
                      "deadline-extensions",
                      "change",
                      "cancellation")
                  : ALLOWED.get(state));
    }
  }

  private void put(int batch, String state) {
    String reviewed = "update batch set review_at = now(), state = '" + state + "'";
    database.update(
        switch (state) {
              case "DRAFT" -> "update batch set state = 'DRAFT'";
              case "RECALCULATING" -> reviewed + ", recalculated_at = now()";
              case "CANCELLED" -> reviewed + ", cancelled_at = now(), cancellation_reason = 'test'";
              case "PUBLISHING" -> reviewed + ", publication = 1000000 + number";
              case "PUBLISHED" ->
                  reviewed + ", publication = 1000000 + number, published_at = now()";
              default -> reviewed;
            }
            + " where number = ?",
        batch);
  }

  private long version(int batch) {
    return database.count("select version from batch where number = ?", batch);
  }

  private static RequestSpecification caller(String role, String mine) {
    return switch (role) {
      case "analyst" -> Platform.analyst();
      case "automaker" -> Platform.automaker(mine);
      case "other automaker" -> Platform.automaker("E-OTHER");
      case "member" -> given().auth().oauth2(Tokens.member());
      case "assessor" -> given().auth().oauth2(Tokens.assessor());
      default -> given();
    };
  }

  private static Response ask(int batch, String transition, RequestSpecification who, String mine) {
    String path = "/api/v1/batches/" + batch;
    return switch (transition) {
      case "models" ->
          who.contentType(Platform.CSV)
              .body(Platform.form(Platform.gasoline(mine, "NEW-" + batch, 6.0)))
              .post(path + "/models");
      case "change" ->
          who.contentType("application/json").body(Map.of("title", "Other")).patch(path);
      case "review" -> who.post(path + "/review");
      case "feedback-forms" ->
          who.contentType(Platform.CSV)
              .body(Platform.feedback(Platform.gasoline(mine, "TR-" + batch, 5.0)))
              .post(path + "/feedback-forms?enterprise=" + mine);
      case "deadline-extensions" ->
          who.contentType("application/json")
              .body(Map.of("deadline", "2999-12-31", "reason", "holiday"))
              .post(path + "/deadline-extensions");
      case "waived publication" ->
          who.contentType("application/json")
              .body(Map.of("reviewWaived", true, "reason", "test"))
              .post(path + "/publication");
      case "cancellation" ->
          who.contentType("application/json")
              .body(Map.of("reason", "test"))
              .post(path + "/cancellation");
      default -> who.contentType("application/json").body("{}").post(path + "/" + transition);
    };
  }
}
