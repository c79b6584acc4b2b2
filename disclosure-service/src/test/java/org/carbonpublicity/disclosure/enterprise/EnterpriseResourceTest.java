package org.carbonpublicity.disclosure.enterprise;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carbonpublicity.disclosure.fixture.Enterprises;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EnterpriseResourceTest {

  @Inject Platform platform;

  private final String name = "Enterprise " + UUID.randomUUID();

  @Test
  void registersAnEnterpriseUnderTheNextCode() {
    ValidatableResponse answer =
        Enterprises.register(
            Map.of("name", name, "group", "Group", "aliases", List.of("Alias " + name)));

    String code =
        answer
            .statusCode(201)
            .body("code", matchesPattern("E[0-9]{4,}"))
            .body("name", equalTo(name))
            .body("group", equalTo("Group"))
            .body("aliases", contains("Alias " + name))
            .body("revision", equalTo(1))
            .header("ETag", "\"1\"")
            .extract()
            .path("code");
    answer.header("Location", endsWith(Enterprises.PATH + "/" + code));
    given().get(Enterprises.PATH + "/" + code).then().statusCode(200).body("name", equalTo(name));
  }

  @Test
  void registersAnEnterpriseUnderAGivenCode() {
    String code = code();

    Enterprises.register(Map.of("code", code, "name", name))
        .statusCode(201)
        .body("code", equalTo(code));

    given()
        .get(Enterprises.PATH + "/" + code)
        .then()
        .body("group", nullValue())
        .body("aliases", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "  %s ", "alias of %s", "ALIAS OF %S", "aliasof%s", "ａｌｉａｓ of %s"})
  void findsAnEnterpriseByEverySpellingOfItsNames(String spelling) {
    Enterprises.register(Map.of("name", name, "aliases", List.of("Alias of " + name)))
        .statusCode(201);

    given()
        .queryParam("name", spelling.formatted(name))
        .get(Enterprises.PATH)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].name", equalTo(name));
  }

  @Test
  void findsAnEnterpriseByItsCodeAndNoOtherByPartOfAName() {
    String code = platform.enterprise(name);

    given()
        .queryParam("name", code)
        .get(Enterprises.PATH)
        .then()
        .body("items.name", contains(name));
    given()
        .queryParam("name", name.substring(0, 20))
        .get(Enterprises.PATH)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    given().queryParam("name", " ").get(Enterprises.PATH).then().body("items", hasSize(0));
  }

  @Test
  void keepsANameForOneEnterprise() {
    String code = code();
    Enterprises.register(Map.of("code", code, "name", name, "aliases", List.of("Alias " + name)))
        .statusCode(201);

    for (Map<String, Object> other :
        List.<Map<String, Object>>of(
            Map.of("name", name.toUpperCase(Locale.ROOT)),
            Map.of("name", "alias" + name),
            Map.of("name", "Other " + name, "aliases", List.of(name)),
            Map.of("name", "Other " + name, "code", code),
            Map.of("name", "Other " + name, "aliases", List.of(code)),
            Map.of("name", code))) {
      Enterprises.register(other)
          .statusCode(409)
          .contentType(startsWith("application/problem+json"))
          .body("type", equalTo("/problems/enterprise-name-taken"))
          .body("errors[0].code", equalTo("taken"));
    }

    given()
        .queryParam("name", "Other " + name)
        .get(Enterprises.PATH)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void takesItsOwnNamesOnce() {
    List<String> aliases = List.of(name, "Alias " + name, "ALIAS" + name, "Second " + name);

    Enterprises.register(Map.of("name", name, "aliases", aliases))
        .statusCode(201)
        .body("aliases", contains("Alias " + name, "Second " + name));
  }

  @Test
  void tellsAllThatIsWrongWithAnEnterprise() {
    Enterprises.register(
            Map.of(
                "code",
                "lower case",
                "name",
                " ",
                "group",
                "x".repeat(201),
                "aliases",
                List.of("ok", "", "a\tb")))
        .statusCode(422)
        .body("type", equalTo("/problems/invalid-enterprise"))
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "code invalid",
                "name missing",
                "group too-long",
                "aliases missing",
                "aliases control-character"));
  }

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\\u0000             | control-character",
        "Se\\u0000al         | control-character",
        "Se\\u001bal         | control-character",
        "Half \\ud83d        | control-character",
        "\\udc00 half        | control-character",
        "\\u00a0\\u3000      | missing",
        "\\u200b\\ufeff      | missing"
      })
  void refusesWhatNoNameIsMadeOf(String escaped, String code) {
    Platform.json(Platform.analyst(), "{\"name\": \"" + escaped + "\"}")
        .post(Enterprises.PATH)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("name"))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void takesANameBeyondTheFirstPlane() {
    Enterprises.register(Map.of("name", "𠮷利 🚗 " + name)).statusCode(201);

    given()
        .queryParam("name", "𠮷利🚗" + name)
        .get(Enterprises.PATH)
        .then()
        .body("items", hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 500_000})
  void refusesAVeryLongName(int length) {
    Enterprises.register(Map.of("name", "x".repeat(length)))
        .statusCode(422)
        .body("errors[0].code", equalTo("too-long"))
        .body("errors[0].message", equalTo("name has more than 200 characters"));
  }

  @Test
  void refusesABodyOfMoreThanAMebibyte() {
    Enterprises.register(Map.of("name", "x".repeat(1 << 20)))
        .statusCode(413)
        .body("type", equalTo("/problems/body-too-large"));
  }

  @Test
  void refusesMoreThan50Aliases() {
    List<String> aliases = new ArrayList<>();
    for (int number = 0; number <= 50; number++) {
      aliases.add("Alias " + number + " " + name);
    }

    Enterprises.register(Map.of("name", name, "aliases", aliases))
        .statusCode(422)
        .body("errors.code", contains("too-many"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"name\": \"x\", \"colour\": \"red\"}",
        "{\"name\": {}}",
        "{\"name\": \"x\", \"aliases\": \"y\"}",
        "{\"name\": \"x\"} {\"name\": \"y\"}",
        "name=x"
      })
  void refusesAnotherBody(String body) {
    Platform.json(Platform.analyst(), body)
        .post(Enterprises.PATH)
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("/problems/malformed-body"));
  }

  @Test
  void answersARepeatedRegistrationAsTheFirst() {
    String key = UUID.randomUUID().toString();

    ExtractableResponse<Response> first = Enterprises.register(key, Map.of("name", name)).extract();
    ExtractableResponse<Response> second =
        Enterprises.register(key, Map.of("name", name)).extract();

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isNotNull().isEqualTo(first.header("Location"));
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void refusesAKeyThatStandsForAnotherRequest() {
    String key = UUID.randomUUID().toString();
    Enterprises.register(key, Map.of("name", name)).statusCode(201);

    Enterprises.register(key, Map.of("name", "Other " + name))
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));

    given()
        .queryParam("name", "Other " + name)
        .get(Enterprises.PATH)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void forgetsTheKeyOfARequestThatFailed() {
    String key = UUID.randomUUID().toString();
    String taken = platform.enterprise("Taken " + name);
    Enterprises.register(key, Map.of("name", name, "code", taken)).statusCode(409);

    Enterprises.register(key, Map.of("name", name)).statusCode(201);
  }

  @Test
  void refusesAVeryLongKey() {
    Enterprises.register("k".repeat(201), Map.of("name", name))
        .statusCode(400)
        .body("errors[0].field", equalTo("Idempotency-Key"));
  }

  @Test
  void pagesThroughAllByCode() {
    for (int number = 0; number < 5; number++) {
      platform.enterprise(name + " " + number);
    }
    List<String> all = given().queryParam("limit", 1000).get(Enterprises.PATH).path("items.code");

    List<String> paged = new ArrayList<>();
    String next = Enterprises.PATH + "?limit=2";
    while (next != null) {
      Response page = given().urlEncodingEnabled(false).get(next);
      List<String> codes = page.path("items.code");
      assertThat(codes).hasSizeBetween(1, 2);
      paged.addAll(codes);
      next = Platform.nextPage(page);
    }

    assertThat(paged).isEqualTo(all).isSorted().hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, invalid-parameter, limit",
    "limit=1001, invalid-parameter, limit",
    "limit=many, invalid-parameter, limit",
    "limit=1&limit=2, invalid-parameter, limit",
    "cursor=%21, invalid-parameter, cursor",
    "cursor=AA, invalid-parameter, cursor",
    "name=%00, invalid-parameter, name",
    "colour=red, unknown-query-parameter, colour",
    "Name=x, unknown-query-parameter, Name"
  })
  void refusesAnotherQuery(String query, String type, String field) {
    given()
        .urlEncodingEnabled(false)
        .get(Enterprises.PATH + "?" + query)
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("/problems/" + type))
        .body("errors.field", hasItem(field));
  }

  @Test
  void namesTheParametersItKnows() {
    given()
        .get(Enterprises.PATH + "?colour=red")
        .then()
        .body("errors[0].message", containsString("cursor, limit, name"));
  }

  @Test
  void isKeptByAnalystsOnly() {
    String code = platform.enterprise(name);
    String body = "{\"name\": \"Other " + name + "\"}";

    Platform.json(given(), body).post(Enterprises.PATH).then().statusCode(401);
    for (String token : List.of(Tokens.member(), Tokens.assessor(), Tokens.automaker(code))) {
      Platform.json(given().auth().oauth2(token), body)
          .post(Enterprises.PATH)
          .then()
          .statusCode(403);
      Platform.json(given().auth().oauth2(token), "{\"group\": \"Mine\"}")
          .patch(Enterprises.PATH + "/" + code)
          .then()
          .statusCode(403)
          .body("type", equalTo("/problems/forbidden"));
      given().auth().oauth2(token).get(Enterprises.PATH + "/" + code).then().statusCode(200);
    }
    Platform.json(given().auth().oauth2("no.such.token"), body)
        .post(Enterprises.PATH)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer");
  }

  private static String code() {
    return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }
}
