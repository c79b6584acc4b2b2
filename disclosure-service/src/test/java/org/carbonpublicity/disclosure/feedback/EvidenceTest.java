package org.carbonpublicity.disclosure.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Random;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EvidenceTest {

  private static final int LARGEST = 10 * 1024 * 1024;

  @Inject Platform platform;

  private int batch;
  private String mine;
  private String evidence;

  @BeforeEach
  void form() {
    batch = platform.draft();
    mine = platform.enterprise("Evident " + batch);
    platform
        .importCsv(batch, "", Platform.form(Platform.gasoline(mine, "A-" + batch, 6.0)))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
    String id =
        platform
            .upload(
                Platform.automaker(mine),
                "/api/v1/batches/" + batch + "/feedback-forms",
                Platform.CSV,
                Platform.bytes(Platform.feedback(Platform.gasoline(mine, "A-" + batch, 5.0))))
            .statusCode(201)
            .extract()
            .path("id");
    evidence = "/api/v1/batches/" + batch + "/feedback-forms/" + id + "/evidence";
  }

  @Test
  void isKeptAsItIsWithItsName() {
    byte[] file = new byte[LARGEST];
    new Random(7).nextBytes(file);
    String id =
        add(Platform.automaker(mine), "检测报告 2024 (终稿).pdf", "application/pdf", file)
            .then()
            .statusCode(201)
            .body("sizeBytes", equalTo(LARGEST))
            .body("fileName", equalTo("检测报告 2024 (终稿).pdf"))
            .body("sha256", equalTo(EvidenceFiles.sha256(file)))
            .extract()
            .path("id");

    Platform.analyst().get(evidence).then().statusCode(200).body("items", hasSize(1));
    Response kept = Platform.analyst().get(evidence + "/" + id);
    assertThat(kept.asByteArray()).isEqualTo(file);
    assertThat(kept.contentType()).startsWith("application/pdf");
    assertThat(kept.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename*=UTF-8''"
                + "%E6%A3%80%E6%B5%8B%E6%8A%A5%E5%91%8A%202024%20%28%E7%BB%88%E7%A8%BF%29.pdf");
  }

  @Test
  void isRefusedWhenTooLargeEmptyOrWithoutName() {
    add(Platform.automaker(mine), "large.bin", "application/octet-stream", new byte[LARGEST + 1])
        .then()
        .statusCode(413);
    add(Platform.automaker(mine), "empty.bin", "application/octet-stream", new byte[0])
        .then()
        .statusCode(422);
    add(Platform.automaker(mine), "../up.bin", "application/octet-stream", new byte[1])
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("fileName"));
    Platform.analyst().get(evidence).then().body("items", hasSize(0));
  }

  @Test
  void isSeenByTheOwnerAndAnalystsOnly() {
    String id =
        add(Platform.automaker(mine), "a.json", "application/json", "{}".getBytes())
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Platform.automaker(mine).get(evidence + "/" + id).then().statusCode(200);
    for (String path : new String[] {evidence, evidence + "/" + id}) {
      Platform.automaker("E-OTHER").get(path).then().statusCode(404);
    }
    add(Platform.automaker("E-OTHER"), "a.json", "application/json", new byte[1])
        .then()
        .statusCode(404);
  }

  @Test
  void isAddedOncePerKeyAndOnlyWhileTheBatchIsInReview() {
    for (int i = 0; i < 2; i++) {
      add(
              Platform.automaker(mine).header("Idempotency-Key", "e-" + batch),
              "a.txt",
              "text/plain",
              new byte[] {1})
          .then()
          .statusCode(201);
    }
    Platform.analyst().get(evidence).then().body("items", hasSize(1));

    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("reason", "test"))
        .post("/api/v1/batches/" + batch + "/cancellation")
        .then()
        .statusCode(200);
    add(Platform.automaker(mine), "b.txt", "text/plain", new byte[] {1}).then().statusCode(409);
  }

  private Response add(RequestSpecification who, String name, String type, byte[] file) {
    return who.contentType(type).queryParam("fileName", name).body(file).post(evidence);
  }
}
