package org.carbonpublicity.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EvidenceResourceTest {

  private static final String PATH = "/api/v1/evidence";

  @Inject Platform platform;
  @Inject Grounds grounds;

  @Test
  void keepsAFileAndGivesItOutAsItWas() {
    String mine = platform.enterprise("Evident");
    byte[] large = SampleFiles.pdf("x".repeat(600_000));
    String id =
        upload(Tokens.automaker(mine), mine, "碳排放报告 2024.pdf", large)
            .statusCode(201)
            .header("Location", notNullValue())
            .body("enterprise", equalTo(mine))
            .body("fileName", equalTo("碳排放报告 2024.pdf"))
            .body("mediaType", equalTo("application/pdf"))
            .body("sizeBytes", equalTo(large.length))
            .body("uploadedBy", equalTo("automaker." + mine))
            .body("uploadedAt", notNullValue())
            .extract()
            .path("id");

    var content = request(Tokens.automaker(mine)).get(PATH + "/" + id + "/content").then();
    String sha256 = get(Tokens.automaker(mine), "/" + id).extract().path("sha256");
    content
        .statusCode(200)
        .header("Content-Type", equalTo("application/pdf"))
        .header("Content-Length", equalTo(String.valueOf(large.length)))
        .header("ETag", equalTo("\"" + sha256 + "\""))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", equalTo("sandbox; default-src 'none'"))
        .header("Cache-Control", equalTo("private, no-cache"))
        .header(
            "Content-Disposition",
            equalTo(
                "attachment; filename*=UTF-8''"
                    + "%E7%A2%B3%E6%8E%92%E6%94%BE%E6%8A%A5%E5%91%8A%202024.pdf"));
    assertThat(content.extract().asByteArray()).isEqualTo(large);
    assertThat(chunks(id)).isEqualTo(3);
    request(Tokens.automaker(mine))
        .header("If-None-Match", "\"" + sha256 + "\"")
        .get(PATH + "/" + id + "/content")
        .then()
        .statusCode(304);
  }

  @Test
  void listsInTheOrderOfUploads() {
    String mine = platform.enterprise("Listed");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(
          upload(Tokens.automaker(mine), mine, i + ".pdf", SampleFiles.pdf("number " + i))
              .statusCode(201)
              .extract()
              .path("id"));
    }

    var first = get(Tokens.assessor(), "?limit=2&enterprise=" + mine).statusCode(200);
    first.body("items.id", equalTo(ids.subList(0, 2)));
    String link = first.extract().header("Link");
    request(Tokens.assessor())
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .statusCode(200)
        .body("items.id", equalTo(ids.subList(2, 3)));
    get(Tokens.assessor(), "").statusCode(400).body("errors[0].field", equalTo("enterprise"));
    get(Tokens.assessor(), "?enterprise=" + mine + "&colour=red").statusCode(400);
  }

  /** Whoever is no party to it learns nothing, whatever is tried. */
  @Test
  void isForTheEnterpriseAndTheAssessorsOnly() {
    String mine = platform.enterprise("Mine");
    String other = platform.enterprise("Other");
    String id = pdf(mine);
    String unknown = UUID.randomUUID().toString();

    for (String path : List.of("/" + id, "/" + id + "/content")) {
      get(null, path).statusCode(401);
      get(Tokens.automaker(mine), path).statusCode(200);
      get(Tokens.automaker(other, mine), path).statusCode(200);
      get(Tokens.assessor(), path).statusCode(200);
      for (String token : List.of(Tokens.automaker(other), Tokens.member(), Tokens.analyst())) {
        String refused = get(token, path).statusCode(404).extract().asString();
        String none = get(token, path.replace(id, unknown)).statusCode(404).extract().asString();
        assertThat(refused.replace(id, unknown)).isEqualTo(none);
      }
    }
    get(Tokens.automaker(other), "?enterprise=" + mine).statusCode(403);
    get(Tokens.member(), "?enterprise=" + mine).statusCode(403);
    get(Tokens.assessor(), "/no-id").statusCode(404);
    byte[] file = SampleFiles.pdf("foreign");
    upload(Tokens.automaker(other), mine, "a.pdf", file).statusCode(403);
    upload(Tokens.member(), mine, "a.pdf", file).statusCode(403);
    upload(null, mine, "a.pdf", file).statusCode(401);
    delete(Tokens.automaker(other), id).statusCode(404);
    delete(Tokens.analyst(), id).statusCode(403);
    delete(Tokens.assessor(), id).statusCode(403);
    delete(null, id).statusCode(401);
    assertThat(count(mine)).isEqualTo(1);
  }

  @Test
  void accessEndsWithItsGround() {
    String mine = platform.enterprise("Ending");
    String id = pdf(mine);

    String ground = "member " + mine;
    get(Tokens.member(), "/" + id + "/content").statusCode(404);
    grounds.delegates().add(ground);
    get(Tokens.member(), "/" + id + "/content").statusCode(200);
    // A file, not the list of files.
    get(Tokens.member(), "?enterprise=" + mine).statusCode(403);
    grounds.delegates().remove(ground);
    get(Tokens.member(), "/" + id + "/content").statusCode(404);
    request(Tokens.member())
        .header("If-None-Match", "*")
        .get(PATH + "/" + id + "/content")
        .then()
        .statusCode(404);

    // A token from before and one from after the automaker has given the enterprise away.
    get(Tokens.automaker(mine, "ELSE"), "/" + id).statusCode(200);
    get(Tokens.automaker("ELSE"), "/" + id).statusCode(404);

    grounds.barred().add("assessor " + mine);
    get(Tokens.assessor(), "/" + id).statusCode(404);
    get(Tokens.assessor(), "/" + id + "/content").statusCode(404);
    get(Tokens.assessor(), "?enterprise=" + mine).statusCode(403);
    upload(Tokens.assessor(), mine, "b.pdf", SampleFiles.pdf("barred")).statusCode(403);
    grounds.barred().remove("assessor " + mine);
    get(Tokens.assessor(), "/" + id).statusCode(200);
  }

  @Test
  void tellsTheTrailWhoAddedReadAndDeleted() {
    String mine = platform.enterprise("Audited");
    String id = pdf(mine);
    get(Tokens.automaker(mine), "/" + id + "/content").statusCode(200);
    get(Tokens.assessor(), "/" + id + "/content").statusCode(200);
    delete(Tokens.automaker(mine), id).statusCode(204);
    get(Tokens.automaker(mine), "/" + id).statusCode(404);
    delete(Tokens.automaker(mine), id).statusCode(404);
    assertThat(chunks(id)).isZero();

    String trail = "/api/v1/operations/assessment/audit-entries?subject=evidence/" + id;
    for (String token : List.of(Tokens.analyst(), Tokens.assessor())) {
      request(token)
          .get(trail)
          .then()
          .statusCode(200)
          .body(
              "items.action",
              equalTo(List.of("evidence-added", "evidence-read", "evidence-deleted")))
          .body(
              "items.actor", equalTo(List.of("automaker." + mine, "assessor", "automaker." + mine)))
          .body("items[0].details.enterprise", equalTo(mine));
    }
    request(Tokens.automaker(mine)).get(trail).then().statusCode(403);
  }

  @Test
  void deletesNothingThatIsReferredTo() {
    String mine = platform.enterprise("Used");
    UUID id = UUID.fromString(pdf(mine));
    grounds.used().add(id);

    delete(Tokens.automaker(mine), id.toString())
        .statusCode(409)
        .body("type", equalTo("/problems/evidence-in-use"));
    get(Tokens.automaker(mine), "/" + id).statusCode(200);
    grounds.used().remove(id);
    delete(Tokens.automaker(mine), id.toString()).statusCode(204);

    String onBehalf =
        upload(Tokens.assessor(), mine, "b.pdf", SampleFiles.pdf("on behalf"))
            .statusCode(201)
            .extract()
            .path("id");
    delete(Tokens.assessor(), onBehalf).statusCode(204);
  }

  @Test
  void keepsAContentOnce() {
    String mine = platform.enterprise("Twice");
    String other = platform.enterprise("Twice Too");
    byte[] file = SampleFiles.pdf("the same");
    String id =
        upload(Tokens.automaker(mine), mine, "a.pdf", file).statusCode(201).extract().path("id");

    upload(Tokens.automaker(mine), mine, "b.pdf", file)
        .statusCode(200)
        .body("id", equalTo(id))
        .body("fileName", equalTo("a.pdf"));
    upload(Tokens.automaker(other), other, "a.pdf", file).statusCode(201);
    assertThat(count(mine)).isEqualTo(1);
  }

  @Test
  void aRequestThatComesAgainUnderItsKeyHasOneAnswer() throws Exception {
    String mine = platform.enterprise("Again");
    byte[] file = SampleFiles.pdf("again");
    List<String> answers = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(
            pool.submit(
                () ->
                    send(
                            request(Tokens.automaker(mine)).header("Idempotency-Key", "k-" + mine),
                            mine,
                            "a.pdf",
                            file)
                        .statusCode(201)
                        .extract()
                        .asString()));
      }
      for (Future<String> one : running) {
        answers.add(one.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(answers).hasSize(4).containsOnly(answers.get(0));
    assertThat(count(mine)).isEqualTo(1);
    RequestSpecification again =
        request(Tokens.automaker(mine)).header("Idempotency-Key", "k-" + mine);
    send(again, mine, "a.pdf", SampleFiles.pdf("other"))
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
    assertThat(count(mine)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd,path",
    "C:\\temp\\a.pdf,path",
    "a/b.pdf,path",
    "con.pdf,reserved-name",
    "fdp.\u202efdp.pdf,bidi-control",
    "'line\nbreak.pdf',control-character"
  })
  void refusesNamesThatAreNone(String name, String code) {
    String mine = platform.enterprise("Named");

    upload(Tokens.automaker(mine), mine, name, SampleFiles.of("pdf"))
        .statusCode(422)
        .body("type", equalTo("/problems/invalid-evidence"))
        .body("errors.field", hasItem("fileName"))
        .body("errors.code", hasItem(code));
    assertThat(count(mine)).isZero();
  }

  @Test
  void tellsAllThatIsMissing() {
    request(Tokens.assessor())
        .contentType("application/pdf")
        .body(SampleFiles.of("pdf"))
        .post(PATH)
        .then()
        .statusCode(422)
        .body("errors", hasSize(2));
    upload(Tokens.assessor(), "NOBODY", "a.pdf", SampleFiles.of("pdf"))
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-enterprise"));
    String mine = platform.enterprise("Nul");
    upload(Tokens.automaker(mine), mine, "a\0.pdf", SampleFiles.of("pdf")).statusCode(400);
    assertThat(count(mine)).isZero();
  }

  private String pdf(String enterprise) {
    return upload(
            Tokens.automaker(enterprise), enterprise, "a.pdf", SampleFiles.pdf("of " + enterprise))
        .statusCode(201)
        .extract()
        .path("id");
  }

  static RequestSpecification request(String token) {
    RequestSpecification request = RestAssured.given();
    return token == null ? request : request.auth().oauth2(token);
  }

  static ValidatableResponse upload(String token, String enterprise, String name, byte[] file) {
    return send(request(token), enterprise, name, file);
  }

  private static ValidatableResponse send(
      RequestSpecification request, String enterprise, String name, byte[] file) {
    return request
        .contentType("application/octet-stream")
        .queryParam("enterprise", enterprise)
        .queryParam("fileName", name)
        .body(file)
        .post(PATH)
        .then();
  }

  private static ValidatableResponse get(String token, String path) {
    return request(token).get(PATH + path).then();
  }

  private static ValidatableResponse delete(String token, String id) {
    return request(token).delete(PATH + "/" + id).then();
  }

  private long count(String enterprise) {
    return platform.number("select count(*) from evidence where enterprise = '" + enterprise + "'");
  }

  private long chunks(String id) {
    return platform.number("select count(*) from evidence_chunk where evidence = '" + id + "'");
  }
}
