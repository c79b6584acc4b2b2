package org.carbonpublicity.assessment.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SubmissionResourceTest {

  private static final String SUBMISSIONS = "/api/v1/submissions";
  private static final Set<String> ALL = Answers.meeting(15, 11);

  @Inject Platform platform;

  @Test
  void isReceivedAtOnceAndScoredByItsEvent() {
    String enterprise = platform.enterprise("Prompt");

    String id =
        platform
            .submit(enterprise, ALL)
            .statusCode(202)
            .body("state", equalTo("RECEIVED"))
            .header("Location", org.hamcrest.Matchers.containsString(SUBMISSIONS + "/"))
            .extract()
            .path("id");
    platform.awaitAssessment(enterprise, id);

    as(Tokens.automaker(enterprise))
        .get(SUBMISSIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("SCORED"))
        .body("enterpriseName", equalTo("Prompt"))
        .body("submittedBy", equalTo("automaker." + enterprise))
        .body("answers.item", equalTo(Answers.ITEMS))
        .body("answers.met", everyItem(is(true)));
    assertThat(platform.told(Topics.SUBMISSIONS, id)).hasSize(1);
  }

  @Test
  void namesEverythingThatIsWrongWithTheAnswers() {
    String enterprise = platform.enterprise("Careless");
    String answers =
        "{\"item\":\"AW1\",\"met\":true},{\"item\":\"AW1\",\"met\":false},"
            + "{\"item\":\"ZZ9\",\"met\":true},{\"item\":\"AW2\"},{\"met\":true},null,"
            + "{\"item\":\"AW3\",\"met\":true,\"evidence\":\"a\\u0000b\"},"
            + "{\"item\":\"AW4\",\"met\":true,\"evidence\":\"\\ud83d\"},"
            + "{\"item\":\"AW5\",\"met\":true,\"evidence\":\""
            + "x".repeat(2001)
            + "\"}";

    post(Tokens.automaker(enterprise), Answers.submission(enterprise, answers))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-submission"))
        .body(
            "errors.findAll { it.code != 'missing-item' }.collect { it.field + ' ' + it.code }",
            equalTo(
                List.of(
                    "answers[1].item duplicate-item",
                    "answers[2].item unknown-item",
                    "answers[3].met missing",
                    "answers[4].item missing",
                    "answers[5].item missing",
                    "answers[6].evidence invalid-character",
                    "answers[7].evidence invalid-character",
                    "answers[8].evidence too-long")))
        .body("errors.findAll { it.code == 'missing-item' }", hasSize(21));
    assertNothingReceived(enterprise);
  }

  @Test
  void keepsEvidenceInAnyScript() {
    String enterprise = platform.enterprise("Literate");
    String body =
        Answers.submission(enterprise, ALL)
            .replaceFirst("true", "true, \"evidence\": \"2023年报告第12页 🌱\"");

    String id = post(Tokens.automaker(enterprise), body).statusCode(202).extract().path("id");

    as(Tokens.assessor())
        .get(SUBMISSIONS + "/" + id)
        .then()
        .body("answers[0].evidence", equalTo("2023年报告第12页 🌱"))
        .body("answers[1].evidence", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 | /problems/invalid-submission",
        "{'guideline':'none','enterprise':'%s','answers':[]} | 422 | /problems/unknown-guideline",
        "{'guideline':'a\\u0000','enterprise':'%s','answers':[]} | 422 | /problems/unknown-guideline",
        "{'guideline':'cpp-2024','enterprise':'%s','answers':[]} | 422 | /problems/invalid-submission",
      })
  void refusesWhatCannotBeScored(String body, int status, String type) {
    String enterprise = platform.enterprise("Empty");

    post(Tokens.assessor(), body.replace('\'', '"').formatted(enterprise))
        .statusCode(status)
        .body("type", equalTo(type));

    assertNothingReceived(enterprise);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "nonsense",
        "{\"guideline\": \"cpp-2024\", \"colour\": \"red\"}",
        "{\"guideline\": \"cpp-2024\", \"answers\": {}}",
        "{\"answers\": [{\"item\": \"AW1\", \"met\": 1}]}",
        "{\"answers\": [{\"item\": \"AW1\", \"met\": \"yes\"}]}",
        "{\"answers\": [{\"item\": \"AW1\", \"met\": \"true\"}]}"
      })
  void refusesABodyThatIsNoSubmission(String body) {
    post(Tokens.assessor(), body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void refusesABodyThatAnnouncesToBeTooLarge() {
    post(Tokens.assessor(), tooLarge())
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/body-too-large"));
  }

  @Test
  void refusesABodyThatTurnsOutToBeTooLarge() throws Exception {
    byte[] body = tooLarge().getBytes(StandardCharsets.UTF_8);
    HttpRequest chunked =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + SUBMISSIONS))
            .header("Authorization", "Bearer " + Tokens.assessor())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();

    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(chunked, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/body-too-large");
  }

  private static String tooLarge() {
    return "{\"guideline\": \"" + "x".repeat(1_100_000) + "\"}";
  }

  @Test
  void refusesABodyOfAnotherType() {
    as(Tokens.assessor())
        .contentType("text/csv")
        .body("a,b")
        .post(SUBMISSIONS)
        .then()
        .statusCode(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOBODY", "a\\u0000b"})
  void knowsOnlyEnterprisesThatWereRegistered(String code) {
    post(Tokens.assessor(), Answers.submission(code, ALL))
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-enterprise"))
        .body("errors[0].field", equalTo("enterprise"));
  }

  @Test
  void anAutomakerSubmitsForItsOwnEnterpriseAlone() {
    String own = platform.enterprise("Own");
    String other = platform.enterprise("Other");

    post(Tokens.automaker(own), Answers.submission(other, ALL))
        .statusCode(403)
        .body("type", equalTo("/problems/foreign-enterprise"));
    post(Tokens.member(), Answers.submission(own, ALL)).statusCode(403);
    post(Tokens.analyst(), Answers.submission(own, ALL)).statusCode(403);
    post(null, Answers.submission(own, ALL)).statusCode(401);
    assertNothingReceived(own);
    assertNothingReceived(other);

    post(Tokens.automaker(other, own), Answers.submission(own, ALL)).statusCode(202);
    post(Tokens.assessor(), Answers.submission(other, ALL)).statusCode(202);
  }

  @Test
  void isReadByItsEnterpriseAndAssessorsAlone() {
    String own = platform.enterprise("Discreet");
    String id = platform.submit(own, ALL).extract().path("id");

    as(Tokens.assessor()).get(SUBMISSIONS + "/" + id).then().statusCode(200);
    as(Tokens.automaker("T9999")).get(SUBMISSIONS + "/" + id).then().statusCode(403);
    as(Tokens.member()).get(SUBMISSIONS + "/" + id).then().statusCode(403);
    as(null).get(SUBMISSIONS + "/" + id).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "0", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
  void knowsNoOtherSubmission(String id) {
    as(Tokens.assessor())
        .get(SUBMISSIONS + "/" + id)
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/unknown-submission"));
  }

  @Test
  void aLaterSubmissionReplacesAnEarlierOne() {
    String enterprise = platform.enterprise("Second thought");
    JsonNode first = platform.awarded(enterprise, Answers.meeting(5, 8));
    platform.confirm(Tokens.automaker(enterprise), first.get("id").asText()).statusCode(200);

    JsonNode second = platform.awarded(enterprise, ALL);

    assertThat(second.get("stars").asInt()).isEqualTo(5);
    as(Tokens.assessor())
        .get(SUBMISSIONS + "/" + first.get("submission").asText())
        .then()
        .body("state", equalTo("SUPERSEDED"))
        .body("supersededBy", equalTo(second.get("submission").asText()));
    platform
        .publish(Tokens.assessor(), first.get("id").asText())
        .statusCode(409)
        .body("state", equalTo("SUPERSEDED"));
    as(Tokens.assessor())
        .queryParam("enterprise", enterprise)
        .queryParam("state", "SUPERSEDED")
        .get("/api/v1/assessments")
        .then()
        .body("items.id", equalTo(List.of(first.get("id").asText())));
  }

  @Test
  void submissionsAtOneMomentLeaveOneThatCounts() throws Exception {
    String enterprise = platform.enterprise("Hasty");
    ExecutorService clients = Executors.newFixedThreadPool(6);
    Set<Integer> statuses = new HashSet<>();
    try {
      Callable<Integer> submit = () -> platform.submit(enterprise, ALL).extract().statusCode();
      for (Future<Integer> status :
          clients.invokeAll(List.of(submit, submit, submit, submit, submit, submit))) {
        statuses.add(status.get());
      }
    } finally {
      clients.shutdown();
    }

    assertThat(statuses).containsExactly(202);
    platform.awaitNumber(count("submission", enterprise) + " and state = 'SCORED'", 1);
    platform.awaitNumber(count("submission", enterprise) + " and state = 'SUPERSEDED'", 5);
    platform.awaitNumber(count("assessment", enterprise) + " and state = 'AWARDED'", 1);
  }

  @Test
  void nothingIsAnsweredAgainOnceTheResultIsPublished() {
    String enterprise = platform.enterprise("Final");
    JsonNode result = platform.awarded(enterprise, ALL);
    platform.confirm(Tokens.automaker(enterprise), result.get("id").asText()).statusCode(200);
    platform.publish(Tokens.assessor(), result.get("id").asText()).statusCode(200);

    platform
        .submit(enterprise, Set.of())
        .statusCode(409)
        .body("type", equalTo("/problems/result-published"));

    assertThat(platform.number(count("submission", enterprise))).isEqualTo(1);
  }

  @Test
  void aRequestThatComesAgainIsAnsweredWithTheSame() {
    String enterprise = platform.enterprise("Repetitive");
    String body = Answers.submission(enterprise, ALL);

    ValidatableResponse first = keyed(Tokens.automaker(enterprise), "k-1", body).statusCode(202);
    platform.awaitAssessment(enterprise, first.extract().path("id"));
    ValidatableResponse again =
        keyed(Tokens.automaker(enterprise), "k-1", body.replace(", ", ",  ")).statusCode(202);

    assertThat(again.extract().asString()).isEqualTo(first.extract().asString());
    assertThat(again.extract().header("Location")).isEqualTo(first.extract().header("Location"));
    assertThat(platform.number(count("submission", enterprise))).isEqualTo(1);

    keyed(Tokens.automaker(enterprise), "k-1", Answers.submission(enterprise, Set.of()))
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
    keyed(Tokens.assessor(), "k-1", body)
        .statusCode(202)
        .body("id", not(equalTo(first.extract().<String>path("id"))));
    assertThat(platform.number(count("submission", enterprise))).isEqualTo(2);
  }

  @Test
  void aRefusedRequestMayComeAgainUnderItsKey() {
    String enterprise = platform.enterprise("Patient");
    String token = Tokens.automaker(enterprise);

    keyed(token, "k-2", Answers.submission(enterprise, "")).statusCode(422);

    keyed(token, "k-2", Answers.submission(enterprise, ALL)).statusCode(202);
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    keyed(Tokens.assessor(), "k".repeat(201), Answers.submission("T0001", ALL))
        .statusCode(400)
        .body("errors.field", hasItems("Idempotency-Key"));
  }

  private void assertNothingReceived(String enterprise) {
    assertThat(platform.number(count("submission", enterprise))).isZero();
  }

  private static String count(String table, String enterprise) {
    return "select count(*) from %s where enterprise = '%s'".formatted(table, enterprise);
  }

  private static ValidatableResponse post(String token, String body) {
    return as(token).body(body).post(SUBMISSIONS).then();
  }

  private static ValidatableResponse keyed(String token, String key, String body) {
    return as(token).header("Idempotency-Key", key).body(body).post(SUBMISSIONS).then();
  }
}
