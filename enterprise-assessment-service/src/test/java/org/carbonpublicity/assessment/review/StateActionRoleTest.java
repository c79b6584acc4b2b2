package org.carbonpublicity.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.ADA;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.BOB;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Assessor;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform.Case;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every state × every action × every role, against a table written by hand (transitions.csv). What
 * is refused changes nothing and tells nothing.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class StateActionRoleTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Assessor EVE = new Assessor("eve");
  private static final List<String> ROLES =
      List.of(
          "public", "member", "analyst", "own", "other", "assigned", "unassigned", "conflicted");
  private static final List<String> ACTIONS =
      List.of(
          "read assessment",
          "read submission",
          "read review",
          "read appeal",
          "start review",
          "assign",
          "decide",
          "answer",
          "complete review",
          "confirm",
          "appeal",
          "rule",
          "decide appeal",
          "publish",
          "reassess",
          "submit");

  @Inject Platform platform;
  @Inject ReviewedPlatform reviewed;
  @Inject AgroalDataSource dataSource;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWARDED",
        "AWARDED_DUE",
        "IN_REVIEW",
        "REVIEWED",
        "SHARED",
        "SHARED_LATE",
        "APPEALED",
        "DECIDED",
        "CONFIRMED",
        "FINAL",
        "PUBLISHED",
        "REASSESSED",
        "SUPERSEDED"
      })
  void answersAsTheTableSays(String state) {
    Map<String, List<Integer>> expected = expected(state);
    assertThat(expected).containsOnlyKeys(ACTIONS);
    Target present = Target.of(standing(state));
    long asItWas = digest(present.made());
    List<String> differences = new ArrayList<>();
    for (String action : ACTIONS) {
      for (String role : ROLES) {
        int status = expected.get(action).get(ROLES.indexOf(role));
        boolean writes = !action.startsWith("read") && status < 400;
        Target target = writes ? Target.of(standing(state)) : present;
        long before = writes ? digest(target.made()) : asItWas;
        Reply answer = act(action, role, target);
        boolean changed = digest(target.made()) != before;
        if (answer.status() != status || changed != writes) {
          differences.add(
              "%s: %s by %s is %d instead of %d%s: %s"
                  .formatted(
                      state,
                      action,
                      role,
                      answer.status(),
                      status,
                      changed ? " and changes something" : "",
                      answer.body()));
        }
        if (status >= 400 && answer.body().matches("(?s).*\"(stars|score|met|decisions)\".*")) {
          differences.add(state + ": " + action + " by " + role + " tells " + answer.body());
        }
        if (status == 409 && !answer.body().contains("\"allowed\"")) {
          differences.add(state + ": " + action + " by " + role + " does not say what is allowed");
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  /**
   * What is acted on.
   *
   * @param question the one that is open, or none
   */
  private record Target(Case made, String submission, String question, Map<String, String> tokens) {

    static Target of(Case made) {
      String question = "00000000-0000-0000-0000-000000000001";
      String review = as(BOB.token()).get(made.path() + "/review").asString();
      for (JsonNode asked : Platform.parse(review).findValues("questions")) {
        question = asked.isEmpty() ? question : asked.get(0).get("id").asText();
      }
      Map<String, String> tokens = new HashMap<>();
      ROLES.forEach(role -> tokens.put(role, token(role, made)));
      return new Target(
          made, as(BOB.token()).get(made.path()).path("submission"), question, tokens);
    }
  }

  private static Map<String, List<Integer>> expected(String state) {
    Map<String, List<Integer>> expected = new HashMap<>();
    for (String[] row : Answers.rows("/review/transitions.csv")) {
      if (List.of(row[1].split("\\|")).contains(state)) {
        List<Integer> statuses = new ArrayList<>();
        for (int column = 2; column < row.length; column++) {
          statuses.add(Integer.valueOf(row[column]));
        }
        assertThat(expected.put(row[0], statuses)).as(row[0] + " in " + state).isNull();
      }
    }
    return expected;
  }

  /** An assessment in that state, reviewed by Ada where it is reviewed; Eve is in conflict. */
  private Case standing(String state) {
    Case made =
        switch (state) {
          case "AWARDED" -> reviewed.awarded(0);
          case "AWARDED_DUE" -> reviewed.awarded(1);
          case "IN_REVIEW" -> decided(reviewed.inReview());
          case "SHARED" -> reviewed.shared("AW1");
          case "REVIEWED" ->
              put(
                  reviewed.shared("AW1"),
                  "state = 'REVIEWED', shared_at = null, response_deadline = null");
          case "SHARED_LATE" -> put(reviewed.shared("AW1"), "response_deadline = shared_at");
          case "APPEALED" -> ruled(reviewed.appealed("AW1"));
          case "FINAL" -> finished(ruled(reviewed.appealed("AW1")));
          // As though the event were still on its way.
          case "DECIDED" -> put(finished(ruled(reviewed.appealed("AW1"))), "state = 'DECIDED'");
          case "CONFIRMED" -> confirmed(reviewed.shared("AW1"));
          case "PUBLISHED" -> published();
          case "REASSESSED" -> {
            Case published = published();
            BOB.reassess(published.id(), "new evidence").statusCode(200);
            yield published;
          }
          default -> {
            Case shared = reviewed.shared("AW1");
            platform.submit(shared.enterprise(), ReviewedPlatform.CLAIMED).statusCode(202);
            reviewed.awaitState(shared, "SUPERSEDED");
            platform.awaitNumber(
                "select count(*) from assessment where id = '%s' and superseded_by is not null"
                    .formatted(shared.id()),
                1);
            yield shared;
          }
        };
    BOB.declareConflict(EVE, made.enterprise()).statusCode(201);
    return made;
  }

  /** With everything decided, and a question about what the enterprise does not claim. */
  private static Case decided(Case inReview) {
    ADA.accept(inReview.id(), ReviewedPlatform.CLAIMED).statusCode(200);
    ADA.ask(inReview.id(), "DI5", "Why not?").statusCode(200);
    return inReview;
  }

  private static Case ruled(Case appealed) {
    BOB.rule(appealed.id(), "GRANT", "AW1").statusCode(200);
    return appealed;
  }

  private Case finished(Case ruled) {
    BOB.decideAppeal(ruled.id()).statusCode(200);
    reviewed.awaitState(ruled, "FINAL");
    return ruled;
  }

  private Case confirmed(Case shared) {
    platform.confirm(shared.automaker(), shared.id()).statusCode(200);
    return shared;
  }

  private Case published() {
    Case confirmed = confirmed(reviewed.shared("AW1"));
    BOB.publish(confirmed.id()).statusCode(200);
    return confirmed;
  }

  private Case put(Case of, String change) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update assessment set %s where id = '%s'".formatted(change, of.id()));
      return of;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Reply(int status, String body) {}

  private static Reply act(String action, String role, Target target) {
    String path = target.made().path();
    return switch (action) {
      case "read assessment" -> send("GET", path, role, target, null);
      case "read submission" ->
          send("GET", "/api/v1/submissions/" + target.submission(), role, target, null);
      case "read review" -> send("GET", path + "/review", role, target, null);
      case "read appeal" -> send("GET", path + "/appeal", role, target, null);
      case "start review" -> send("POST", path + "/review", role, target, null);
      case "assign" ->
          send("PUT", path + "/review/assessors", role, target, "{\"assessors\": [\"carol\"]}");
      case "decide" ->
          send(
              "POST",
              path + "/review/decisions",
              role,
              target,
              """
              {"decisions": [{"item": "AW2", "verdict": "REJECT", "reason": "not shown"}]}""");
      case "answer" ->
          send(
              "POST",
              path + "/review/questions/" + target.question() + "/answer",
              role,
              target,
              "{\"answer\": \"Next year.\"}");
      case "complete review" -> send("POST", path + "/completion", role, target, null);
      case "confirm" -> send("POST", path + "/confirmation", role, target, null);
      case "appeal" ->
          send("POST", path + "/appeal", role, target, ReviewedPlatform.appealBody("AW1"));
      case "rule" ->
          send(
              "POST",
              path + "/appeal/decisions",
              role,
              target,
              """
              {"decisions": [{"item": "AW1", "ruling": "UPHOLD", "reason": "as before"}]}""");
      case "decide appeal" -> send("POST", path + "/decision", role, target, null);
      case "publish" -> send("POST", path + "/publication", role, target, null);
      case "reassess" ->
          send("POST", path + "/reassessment", role, target, "{\"reason\": \"new evidence\"}");
      case "submit" ->
          send(
              "POST",
              "/api/v1/submissions",
              role,
              target,
              Answers.submission(target.made().enterprise(), Answers.meeting(9, 1)));
      default -> throw new IllegalArgumentException(action);
    };
  }

  private static Reply send(String method, String path, String role, Target target, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    String token = target.tokens().get(role);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String token(String role, Case of) {
    return switch (role) {
      case "public" -> null;
      case "member" -> Tokens.member();
      case "analyst" -> Tokens.analyst();
      case "own" -> of.automaker();
      case "other" -> Tokens.automaker("T9999");
      case "assigned" -> ADA.token();
      case "unassigned" -> BOB.token();
      case "conflicted" -> EVE.token();
      default -> throw new IllegalArgumentException(role);
    };
  }

  /** Of all that is kept of the enterprise. */
  private long digest(Case of) {
    String mine =
        "in (select id from assessment where enterprise = '%s')".formatted(of.enterprise());
    StringBuilder rows = new StringBuilder();
    for (String table : List.of("assessment", "submission", "conflict_of_interest")) {
      rows.append(
          "select t::text as line from %s t where enterprise = '%s' union all "
              .formatted(table, of.enterprise()));
    }
    for (String table :
        List.of(
            "assessment_scoring",
            "review",
            "review_assessor",
            "review_decision",
            "review_question",
            "appeal",
            "appeal_item")) {
      rows.append("select t::text from %s t where assessment %s union all ".formatted(table, mine));
    }
    return platform.number(
        "select ('x' || substr(md5(coalesce(string_agg(line, '|' order by line), '')), 1, 15))::bit(60)::bigint"
            + " from (%s select '') lines".formatted(rows));
  }
}
