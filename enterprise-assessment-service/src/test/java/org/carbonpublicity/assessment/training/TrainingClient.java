package org.carbonpublicity.assessment.training;

import static io.restassured.RestAssured.given;
import static org.carbonpublicity.assessment.fixture.Platform.as;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.carbonpublicity.embedded.testing.Tokens;

/** What assessors and automakers do with sessions, over HTTP. */
final class TrainingClient {

  static final String SESSIONS = "/api/v1/training-sessions";
  static final String CERTIFICATES = "/api/v1/training-certificates";

  private TrainingClient() {}

  static String plan(String endsOn, int capacity) {
    return """
        {"title": "Life-cycle carbon accounting", "titleZh": "生命周期碳核算",
         "startsOn": "%1$s", "endsOn": "%1$s", "place": "Tianjin",
         "validMonths": 24, "capacity": %2$d}"""
        .formatted(endsOn, capacity);
  }

  static String planned(String endsOn, int capacity) {
    return as(Tokens.assessor())
        .body(plan(endsOn, capacity))
        .post(SESSIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static String person(String enterprise, String name, String key) {
    return """
        {"participants": [{"enterprise": "%s", "name": "%s", "personalKey": "%s"}]}"""
        .formatted(enterprise, name, key);
  }

  static ValidatableResponse register(String token, String session, String body) {
    return as(token).body(body).post(SESSIONS + "/" + session + "/participants").then();
  }

  static ValidatableResponse upload(String token, String session, byte[] file) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("text/csv")
        .body(file)
        .post(SESSIONS + "/" + session + "/participants")
        .then();
  }

  static ValidatableResponse act(String token, String session, String action) {
    return as(token).post(SESSIONS + "/" + session + "/" + action).then();
  }

  static ValidatableResponse results(String token, String session, String results) {
    return as(token)
        .body("{\"results\": [" + results + "]}")
        .put(SESSIONS + "/" + session + "/results")
        .then();
  }

  static String result(String participant, boolean attended, boolean passed) {
    return """
        {"participant": "%s", "attended": %s, "points": 87.5, "passed": %s}"""
        .formatted(participant, attended, passed);
  }

  static List<String> participants(String session) {
    return as(Tokens.assessor())
        .get(SESSIONS + "/" + session + "/participants")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  /** A held session in which somebody of the enterprise attended and passed. */
  static String passed(String enterprise, String name, String endsOn) {
    String session = planned(endsOn, 20);
    register(Tokens.automaker(enterprise), session, person(enterprise, name, "S-1"))
        .statusCode(201);
    act(Tokens.assessor(), session, "holding").statusCode(200);
    results(Tokens.assessor(), session, result(participants(session).get(0), true, true))
        .statusCode(200);
    return session;
  }

  /** The number of the only certificate of a session that is issued now. */
  static String issued(String session) {
    return act(Tokens.assessor(), session, "certificates")
        .statusCode(201)
        .extract()
        .path("items[0].number");
  }

  static ValidatableResponse verify(String number) {
    return as(null).get(CERTIFICATES + "/" + number).then();
  }

  static ValidatableResponse revoke(String token, String number) {
    return as(token)
        .body("{\"reason\": \"the exam was copied\"}")
        .post(CERTIFICATES + "/" + number + "/revocation")
        .then();
  }
}
