package org.carbonpublicity.disclosure.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carbonpublicity.disclosure.fixture.Batches;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class BatchResourceTest {

  @Inject Platform platform;

  @Test
  void opensABatch() {
    int number = platform.draft() + 1;

    Batches.open(
            Map.of(
                "number", number,
                "title", " Round one ",
                "launchFrom", "2024-01",
                "launchTo", "2024-06",
                "feedbackDeadline", "2024-08-31"))
        .statusCode(201)
        .header("Location", endsWith(Batches.PATH + "/" + number))
        .header("ETag", "\"1\"")
        .body("number", equalTo(number))
        .body("title", equalTo("Round one"))
        .body("state", equalTo("DRAFT"))
        .body("launchFrom", equalTo("2024-01"))
        .body("launchTo", equalTo("2024-06"))
        .body("feedbackDeadline", equalTo("2024-08-31"))
        .body("models", equalTo(0))
        .body("reviewWaived", equalTo(false))
        .body("publication", nullValue());

    Batches.get(number).body("title", equalTo("Round one")).header("ETag", "\"1\"");
  }

  @Test
  void refusesANumberThatIsInUse() {
    int number = platform.draft();

    Batches.open(Map.of("number", number, "title", "Again"))
        .statusCode(409)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("/problems/batch-exists"));

    Batches.get(number).body("title", not(equalTo("Again")));
  }

  @Test
  void givesRequestsAtTheSameTimeNumbersOfTheirOwn() {
    List<Integer> numbers =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                n ->
                    Batches.open(Map.of("title", "Parallel " + n))
                        .statusCode(201)
                        .extract()
                        .<Integer>path("number"))
            .toList();

    assertThat(numbers).doesNotHaveDuplicates();
  }

  @Test
  void tellsAllThatIsWrongWithABatch() {
    Batches.open(
            Map.of(
                "number", 0,
                "title", "",
                "launchFrom", "2024-13",
                "launchTo", "24-01",
                "feedbackDeadline", "2024-02-30"))
        .statusCode(422)
        .body("type", equalTo("/problems/invalid-batch"))
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "number out-of-range",
                "title missing",
                "launchFrom invalid",
                "launchTo invalid",
                "feedbackDeadline invalid"));
  }

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'title': 'x', 'number': 1000000000}                          | number out-of-range",
        "{'title': 'x', 'number': -1}                                  | number out-of-range",
        "{'title': 'x', 'launchFrom': '2024-06', 'launchTo': '2024-05'} | launchTo out-of-range",
        "{'title': 'a\\u0000b'}                                        | title control-character",
        "{'title': 'a\\ud800b'}                                        | title control-character",
        "{'title': '\\u3000'}                                          | title missing",
        "{'number': 1}                                                 | title missing"
      })
  void tellsTheOneThingThatIsWrongWithABatch(String body, String fault) {
    Platform.json(Platform.analyst(), body.replace('\'', '"'))
        .post(Batches.PATH)
        .then()
        .statusCode(422)
        .body("errors.collect { it.field + ' ' + it.code }", equalTo(List.of(fault)));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 500_000})
  void refusesAVeryLongTitle(int length) {
    Batches.open(Map.of("title", "x".repeat(length)))
        .statusCode(422)
        .body("errors.code", equalTo(List.of("too-long")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1]",
        "{\"title\": \"x\", \"state\": \"PUBLISHED\"}",
        "{\"title\": \"x\", \"number\": 3.7}",
        "{\"title\": \"x\", \"number\": 2147483648}",
        "{\"title\": \"x\", \"number\": 1e1000000000}",
        "{\"title\": \"x\", \"number\": \"one\"}",
        "{\"title\": [\"x\"]}"
      })
  void refusesAnotherBody(String body) {
    Platform.json(Platform.analyst(), body)
        .post(Batches.PATH)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/malformed-body"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483648", "x", "999999998"})
  void knowsNoOtherBatch(String number) {
    for (Response answer :
        List.of(
            Platform.analyst().get(Batches.PATH + "/" + number),
            Platform.json(Platform.analyst(), "{}").patch(Batches.PATH + "/" + number),
            Platform.analyst().post(Batches.PATH + "/" + number + "/review"),
            Platform.json(Platform.analyst(), "{}")
                .post(Batches.PATH + "/" + number + "/publication"))) {
      answer.then().statusCode(404).body("type", equalTo("/problems/unknown-batch"));
    }
  }

  @Test
  void changesTheRevisionThatWasSeen() {
    int number = platform.draft();
    String seen = Batches.get(number).extract().header("ETag");

    Platform.json(Platform.analyst().header("If-Match", seen), "{\"launchTo\": \"2024-09\"}")
        .patch(Batches.PATH + "/" + number)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(seen)))
        .body("launchTo", equalTo("2024-09"))
        .body("title", equalTo("Draft"));

    for (String stale : List.of(seen, "W/" + seen, "1", "\"\"")) {
      Platform.json(Platform.analyst().header("If-Match", stale), "{\"title\": \"Late\"}")
          .patch(Batches.PATH + "/" + number)
          .then()
          .statusCode(412)
          .body("type", equalTo("/problems/precondition-failed"));
    }
    Batches.get(number).body("title", equalTo("Draft"));
  }

  @Test
  void refusesAnotherNumberAndAWrongWindowInAChange() {
    int number = platform.draft();
    Batches.change(number, Map.of("launchFrom", "2024-03")).statusCode(200);

    Batches.change(number, Map.of("number", number + 1)).statusCode(422);
    Batches.change(number, Map.of("launchTo", "2024-02")).statusCode(422);

    Batches.get(number).body("launchTo", nullValue());
  }

  @Test
  void isRunByAnalystsOnly() {
    int number = filled();
    String path = Batches.PATH + "/" + number;
    for (String token : List.of(Tokens.member(), Tokens.assessor(), Tokens.automaker("E0001"))) {
      for (Response answer :
          List.of(
              Platform.json(given().auth().oauth2(token), "{\"title\": \"x\"}").post(Batches.PATH),
              Platform.json(given().auth().oauth2(token), "{\"title\": \"x\"}").patch(path),
              given().auth().oauth2(token).post(path + "/review"),
              Platform.json(given().auth().oauth2(token), "{}").post(path + "/publication"))) {
        answer.then().statusCode(403).contentType(startsWith("application/problem+json"));
      }
    }
    for (Response answer :
        List.of(
            Platform.json(given(), "{\"title\": \"x\"}").post(Batches.PATH),
            given().post(path + "/review"))) {
      answer.then().statusCode(401);
    }
    Batches.get(number).body("state", equalTo("DRAFT"));
  }

  @Test
  void pagesThroughWhatTheCallerSees() {
    int draft = platform.draft();
    int published = filled();
    platform.publish(published);
    for (int more = 0; more < 3; more++) {
      platform.draft();
    }

    List<Integer> all = pages(Batches.PATH + "?limit=2", Tokens.analyst());
    List<Integer> open = pages(Batches.PATH + "?limit=2", null);

    assertThat(all).isSorted().doesNotHaveDuplicates().contains(draft, published);
    assertThat(all)
        .isEqualTo(
            Platform.analyst().queryParam("limit", 1000).get(Batches.PATH).path("items.number"));
    assertThat(open).contains(published).doesNotContain(draft);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, invalid-parameter, limit",
    "limit=1e2, invalid-parameter, limit",
    "cursor=eA, invalid-parameter, cursor",
    "cursor=%3D, invalid-parameter, cursor",
    "state=DRAFT, unknown-query-parameter, state",
    "LIMIT=1, unknown-query-parameter, LIMIT"
  })
  void refusesAnotherQuery(String query, String type, String field) {
    given()
        .urlEncodingEnabled(false)
        .get(Batches.PATH + "?" + query)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/" + type))
        .body("errors.field", hasItem(field));
  }

  @Test
  void answersARepeatedOpeningAsTheFirst() {
    String key = UUID.randomUUID().toString();

    ExtractableResponse<Response> first = Batches.open(key, Map.of("title", "Once")).extract();
    ExtractableResponse<Response> second = Batches.open(key, Map.of("title", "Once")).extract();

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isNotNull().isEqualTo(first.header("Location"));
    Batches.open(key, Map.of("title", "Twice"))
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void opensOnceWhenAKeyComesTwiceAtTheSameTime() {
    String key = UUID.randomUUID().toString();

    List<String> answers =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                n ->
                    Batches.open(key, Map.of("title", "Once")).statusCode(201).extract().asString())
            .toList();

    assertThat(answers).allMatch(answers.get(0)::equals);
  }

  /** A draft with one model. */
  private int filled() {
    int number = platform.draft();
    fill(number, "B-" + number).statusCode(201);
    return number;
  }

  private ValidatableResponse fill(int number, String model) {
    return platform.importCsv(
        number,
        "?registerUnknown=true",
        Platform.form(Platform.gasoline("Filling Motors", model, 6)));
  }

  private static List<Integer> pages(String first, String token) {
    List<Integer> numbers = new ArrayList<>();
    for (String next = first; next != null; ) {
      var request = given().urlEncodingEnabled(false);
      Response page = (token == null ? request : request.auth().oauth2(token)).get(next);
      numbers.addAll(page.<List<Integer>>path("items.number"));
      next = Platform.nextPage(page);
    }
    return numbers;
  }
}
