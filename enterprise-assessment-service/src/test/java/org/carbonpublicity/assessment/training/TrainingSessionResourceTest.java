package org.carbonpublicity.assessment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.training.TrainingClient.CERTIFICATES;
import static org.carbonpublicity.assessment.training.TrainingClient.SESSIONS;
import static org.carbonpublicity.assessment.training.TrainingClient.act;
import static org.carbonpublicity.assessment.training.TrainingClient.issued;
import static org.carbonpublicity.assessment.training.TrainingClient.participants;
import static org.carbonpublicity.assessment.training.TrainingClient.passed;
import static org.carbonpublicity.assessment.training.TrainingClient.person;
import static org.carbonpublicity.assessment.training.TrainingClient.planned;
import static org.carbonpublicity.assessment.training.TrainingClient.register;
import static org.carbonpublicity.assessment.training.TrainingClient.result;
import static org.carbonpublicity.assessment.training.TrainingClient.results;
import static org.carbonpublicity.assessment.training.TrainingClient.upload;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TrainingSessionResourceTest {

  private static final LocalDate LAST_DAY = LocalDate.now(ZoneOffset.UTC).minusDays(10);
  private static final String ENDS = LAST_DAY.toString();

  @Inject Platform platform;

  @Test
  void thoseWhoAttendedAndPassedGetACertificate() {
    String enterprise = platform.enterprise("Trained Motors");
    String other = platform.enterprise("Other Motors");
    String session = planned(ENDS, 20);
    register(Tokens.automaker(enterprise), session, person(enterprise, "Li Wei", "S-1"))
        .statusCode(201)
        .body("items.name", contains("Li Wei"));
    // A file as Chinese spreadsheets write it, in another order of columns.
    upload(
            Tokens.assessor(),
            session,
            "工号,姓名,企业\r\nS-1,王芳,%s\r\nS-2,张伟,%s\r\nS-3,\"Zhao, Min\",%s\r\n"
                .formatted(other, enterprise, enterprise)
                .getBytes(Charset.forName("GB18030")))
        .statusCode(201)
        .body("items.name", contains("王芳", "张伟", "Zhao, Min"));
    act(Tokens.assessor(), session, "holding").statusCode(200).body("state", equalTo("HELD"));
    List<String> people = participants(session);
    results(
            Tokens.assessor(),
            session,
            String.join(
                ",",
                result(people.get(0), true, true),
                result(people.get(1), true, false),
                result(people.get(2), false, false)))
        .statusCode(200)
        .body("entered", equalTo(3));

    String number = issued(session);
    act(Tokens.assessor(), session, "certificates").statusCode(201).body("items", hasSize(0));
    results(Tokens.assessor(), session, result(people.get(3), true, true)).statusCode(200);
    act(Tokens.assessor(), session, "certificates")
        .statusCode(201)
        .body("items.name", contains("Zhao, Min"));

    as(Tokens.automaker(enterprise))
        .queryParam("session", session)
        .get(CERTIFICATES)
        .then()
        .statusCode(200)
        .body("items.number", hasItem(number))
        .body("items.name", contains("Li Wei", "Zhao, Min"))
        .body("items[0].validFrom", equalTo(ENDS))
        .body("items[0].validTo", equalTo(LAST_DAY.plusMonths(24).toString()))
        .body("items[0].points", equalTo(87.5f))
        .body("items[0].personalKey", equalTo("S-1"));
    as(Tokens.automaker(other)).get(CERTIFICATES).then().body("items", hasSize(0));
    as(Tokens.automaker(other))
        .queryParam("enterprise", enterprise)
        .get(CERTIFICATES)
        .then()
        .statusCode(403);
    as(Tokens.automaker(other))
        .get(SESSIONS + "/" + session + "/participants")
        .then()
        .body("items.name", contains("王芳"));
    results(Tokens.assessor(), session, result(people.get(0), true, false))
        .statusCode(422)
        .body("errors.code", contains("certificate-issued"));
  }

  @Test
  void aFileIsTakenWholeOrItsFaultsAreToldByRow() {
    String enterprise = platform.enterprise("Filed Motors");
    String session = planned(ENDS, 3);
    String file =
        """
        enterprise,name,personal_key
        %1$s,Qian Yu,S-1

        %1$s,,S-2
        NOBODY,Feng Lei,S-3
        %1$s,Qian Yu,S-1
        """
            .formatted(enterprise);

    upload(Tokens.assessor(), session, file.getBytes(StandardCharsets.UTF_8))
        .statusCode(422)
        .body("errors.row", contains(4))
        .body("errors.column", contains("name"))
        .body("errors.code", contains("missing"));
    upload(
            Tokens.assessor(),
            session,
            file.replace(",,S-2", ",Xu,S-2").getBytes(StandardCharsets.UTF_8))
        .statusCode(422)
        .body("errors.row", contains(5, 6, null))
        .body("errors.column", contains("enterprise", "personal_key", null))
        .body("errors.code", contains("unknown-enterprise", "already-registered", "session-full"));
    upload(Tokens.assessor(), session, "name,colour\nA,B\n".getBytes(StandardCharsets.UTF_8))
        .statusCode(422)
        .body(
            "errors.code",
            containsInAnyOrder("missing-column", "missing-column", "unknown-column"));
    upload(
            Tokens.automaker("T9999"),
            session,
            "enterprise,name,personal_key\n%s,A,B\n"
                .formatted(enterprise)
                .getBytes(StandardCharsets.UTF_8))
        .statusCode(403);
    assertThat(participants(session)).isEmpty();
  }

  @Test
  void aPlanAndItsPeopleChangeUntilTheSessionIsHeld() {
    String enterprise = platform.enterprise("Changed Motors");
    String own = Tokens.automaker(enterprise);
    String session = planned(ENDS, 2);
    register(own, session, person(enterprise, "Misspeled", "S-1")).statusCode(201);
    register(own, session, person(enterprise, "He Jun", "S-2")).statusCode(201);
    String people = SESSIONS + "/" + session + "/participants/";
    String misspelled = people + participants(session).get(0);

    change(session, 1).statusCode(422).body("errors.code", contains("below-registered"));
    as(Tokens.automaker("T9999")).delete(misspelled).then().statusCode(403);
    as(own).delete(misspelled).then().statusCode(204);
    as(own).delete(misspelled).then().statusCode(404);
    change(session, 1).statusCode(200).body("capacity", equalTo(1));
    register(own, session, person(enterprise, "Spelled", "S-1"))
        .statusCode(422)
        .body("errors.code", contains("session-full"));
    act(Tokens.assessor(), session, "holding").statusCode(200);

    as(own).delete(people + participants(session).get(0)).then().statusCode(409);
    assertThat(participants(session)).hasSize(1);
  }

  private static ValidatableResponse change(String session, int capacity) {
    return as(Tokens.assessor())
        .body(TrainingClient.plan(ENDS, capacity))
        .put(SESSIONS + "/" + session)
        .then();
  }

  @Test
  void theLastPlaceIsGivenOnce() throws Exception {
    String enterprise = platform.enterprise("Full Motors");
    String session = planned(ENDS, 1);
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String body = person(enterprise, "Person", "S-" + i);
      requests.add(
          () -> register(Tokens.automaker(enterprise), session, body).extract().statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(3);
    try {
      for (var status : clients.invokeAll(requests)) {
        statuses.add(status.get());
      }
    } finally {
      clients.shutdown();
    }

    assertThat(statuses).containsExactlyInAnyOrder(201, 422, 422);
  }

  @Test
  void aRequestThatComesAgainIsAnsweredWithTheSame() {
    String enterprise = platform.enterprise("Twice Motors");
    String session = planned(ENDS, 20);
    for (int i = 0; i < 2; i++) {
      as(Tokens.automaker(enterprise))
          .header("Idempotency-Key", "people-" + enterprise)
          .body(person(enterprise, "He Jun", "S-1"))
          .post(SESSIONS + "/" + session + "/participants")
          .then()
          .statusCode(201)
          .body("items.name", contains("He Jun"));
    }
    register(Tokens.automaker(enterprise), session, person(enterprise, "He Jun", "S-1"))
        .statusCode(422)
        .body("errors.code", contains("already-registered"));
    assertThat(participants(session)).hasSize(1);
  }

  @Test
  void namesAllThatIsWrong() {
    as(Tokens.assessor())
        .body(
            "{\"title\": \"A\", \"startsOn\": \"2026-05-20\", \"endsOn\": \"2026-05-19\","
                + " \"validMonths\": 0, \"capacity\": 10001}")
        .post(SESSIONS)
        .then()
        .statusCode(422)
        .body(
            "errors.field",
            containsInAnyOrder("titleZh", "place", "endsOn", "validMonths", "capacity"));
    as(Tokens.assessor())
        .body(TrainingClient.plan("+999999999-12-31", 1))
        .post(SESSIONS)
        .then()
        .statusCode(422)
        .body("errors.field", containsInAnyOrder("startsOn", "endsOn"));
    String session = passed(platform.enterprise("Faulty Motors"), "Lu Ming", ENDS);
    String nobody = "00000000-0000-4000-8000-000000000000";
    results(
            Tokens.assessor(),
            session,
            String.join(
                ",",
                result(participants(session).get(0), false, true),
                result(nobody, true, true),
                result(nobody, true, true)))
        .statusCode(422)
        .body(
            "errors.code",
            containsInAnyOrder(
                "not-attended", "unknown-participant", "unknown-participant", "repeated"));
    as(Tokens.assessor()).queryParam("colour", "red").get(SESSIONS).then().statusCode(400);
    as(Tokens.assessor()).queryParam("state", "LOST").get(SESSIONS).then().statusCode(400);
    as(Tokens.assessor())
        .queryParam("limit", 1)
        .queryParam("state", "HELD")
        .get(SESSIONS)
        .then()
        .statusCode(200)
        .body("items.state", contains("HELD"));
  }

  @Test
  void everyStateAnswersEveryActionOfEveryRole() {
    String enterprise = platform.enterprise("Matrix Motors");
    // Statuses of: public, member, analyst, automaker, assessor; in PLANNED, HELD, CLOSED.
    List<String> matrix =
        List.of(
            "participants | 401 403 403 201 201 | 401 403 403 409 409 | 401 403 403 409 409",
            "results      | 401 403 403 403 409 | 401 403 403 403 422 | 401 403 403 403 409",
            "certificates | 401 403 403 403 409 | 401 403 403 403 201 | 401 403 403 403 409",
            "closure      | 401 403 403 403 409 | 401 403 403 403 200 | 401 403 403 403 409",
            "holding      | 401 403 403 403 200 | 401 403 403 403 409 | 401 403 403 403 409",
            "change       | 401 403 403 403 200 | 401 403 403 403 409 | 401 403 403 403 409",
            "read         | 401 200 200 200 200 | 401 200 200 200 200 | 401 200 200 200 200",
            "people       | 401 403 403 200 200 | 401 403 403 200 200 | 401 403 403 200 200");
    String[] tokens = {
      null, Tokens.member(), Tokens.analyst(), Tokens.automaker(enterprise), Tokens.assessor()
    };
    int key = 0;
    for (String line : matrix) {
      String[] parts = line.split("\\s*\\|\\s*");
      for (SessionState state : SessionState.values()) {
        String session = at(state);
        String[] expected = parts[1 + state.ordinal()].split(" ");
        for (int role = 0; role < tokens.length; role++) {
          String name = parts[0];
          String body = person(enterprise, "Person", "K-" + key++);
          int status =
              switch (name) {
                case "participants" -> register(tokens[role], session, body).extract().statusCode();
                case "results" ->
                    results(
                            tokens[role],
                            session,
                            result("00000000-0000-4000-8000-000000000000", true, true))
                        .extract()
                        .statusCode();
                case "change" ->
                    as(tokens[role])
                        .body(TrainingClient.plan(ENDS, 20))
                        .put(SESSIONS + "/" + session)
                        .then()
                        .extract()
                        .statusCode();
                case "read" ->
                    as(tokens[role]).get(SESSIONS + "/" + session).then().extract().statusCode();
                case "people" ->
                    as(tokens[role])
                        .get(SESSIONS + "/" + session + "/participants")
                        .then()
                        .extract()
                        .statusCode();
                default -> act(tokens[role], session, name).extract().statusCode();
              };
          assertThat(status)
              .as("%s %s role %d", name, state, role)
              .isEqualTo(Integer.valueOf(expected[role]));
        }
      }
    }
  }

  private static String at(SessionState state) {
    String session = planned(ENDS, 20);
    if (state != SessionState.PLANNED) {
      act(Tokens.assessor(), session, "holding").statusCode(200);
    }
    if (state == SessionState.CLOSED) {
      act(Tokens.assessor(), session, "closure").statusCode(200);
    }
    return session;
  }
}
