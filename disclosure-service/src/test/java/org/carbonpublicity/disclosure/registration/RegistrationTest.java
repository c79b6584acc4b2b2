package org.carbonpublicity.disclosure.registration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class RegistrationTest {

  private static final String PATH = "/api/v1/enterprises/registrations";

  @Inject Platform platform;

  private final String tag =
      UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

  @Test
  void registersEnterprisesWithGroupsAndAliases() {
    csv(
            "",
            "name,code,group,aliases\nFirst "
                + tag
                + ",F-"
                + tag
                + ",Group,One "
                + tag
                + "; Uno "
                + tag
                + "\nSecond "
                + tag
                + ",,,\n")
        .statusCode(201)
        .body("rowsRead", equalTo(2))
        .body("rowsAccepted", equalTo(2));

    named("uno" + tag)
        .body("items[0].code", equalTo("F-" + tag))
        .body("items[0].group", equalTo("Group"))
        .body("items[0].aliases", containsInAnyOrder("One " + tag, "Uno " + tag));
    named("Second " + tag).body("items", hasSize(1));
    Platform.analyst()
        .get(
            "/api/v1/operations/disclosure/audit-entries?action=enterprise-registered&subject=enterprise/F-"
                + tag)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void readsChineseHeadersInEitherEncodingAndSpreadsheets() throws IOException {
    String text = "企业名称,别名,集团\n北京现代" + tag + ",现代" + tag + "；BH" + tag + ",北汽\n";
    upload("?dryRun=true", Platform.CSV, text.getBytes(Charset.forName("GB18030")))
        .statusCode(200)
        .body("rowsAccepted", equalTo(1));
    named("北京现代" + tag).body("items", hasSize(0));
    upload("", Platform.CSV, text.getBytes(StandardCharsets.UTF_8)).statusCode(201);
    named("bh" + tag).body("items[0].group", equalTo("北汽"));

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("enterprises");
      sheet.value(0, 0, "Name");
      sheet.value(1, 0, "Sheet " + tag);
    }
    upload("", Platform.XLSX, file.toByteArray()).statusCode(201);
    named("Sheet " + tag).body("items", hasSize(1));
  }

  @Test
  void namesAllThatIsWrongAndStoresNothing() {
    platform.enterprise("Taken " + tag);
    String file =
        "name,code,aliases\n"
            + "Good "
            + tag
            + ",,\n"
            + "Taken "
            + tag
            + ",,\n"
            + ",lower,\n"
            + "Other "
            + tag
            + ",,good "
            + tag
            + "\n"
            + "=cmd,,\n"
            + "Long "
            + "x".repeat(200)
            + ",,\n"
            + "Short row\n";
    csv("", file)
        .statusCode(422)
        .body("rowsRead", equalTo(7))
        .body("rowsRejected", equalTo(6))
        .body(
            "errors.code",
            equalTo(
                List.of(
                    "name-taken",
                    "missing-value",
                    "invalid-code",
                    "duplicate-name",
                    "formula-in-text",
                    "too-long",
                    "missing-cells")))
        .body("errors.row", equalTo(List.of(3, 4, 4, 5, 6, 7, 8)));
    named("Good " + tag).body("items", hasSize(0));

    csv("?acceptValidRows=true", file).statusCode(201).body("rowsAccepted", equalTo(1));
    named("Good " + tag).body("items", hasSize(1));
  }

  @Test
  void refusesFilesOfAnotherShape() {
    csv("", "").statusCode(422).body("errors.code", hasItem("empty-form"));
    csv("", "code,colour,code\nX,red,Y\n")
        .statusCode(422)
        .body(
            "errors.code",
            containsInAnyOrder("unknown-column", "duplicate-column", "missing-column"));
    upload("", Platform.XLSX, new byte[] {1, 2, 3})
        .statusCode(422)
        .body("errors[0].code", equalTo("malformed-spreadsheet"));
  }

  @Test
  void answersARepetitionOnce() {
    byte[] file = Platform.bytes("name\nRepeated " + tag + "\n");
    for (int i = 0; i < 2; i++) {
      platform
          .upload(Platform.analyst().header("Idempotency-Key", tag), PATH, Platform.CSV, file)
          .statusCode(201)
          .body("rowsAccepted", equalTo(1));
    }
  }

  @Test
  void isForAnalystsOnly() {
    for (String token : List.of(Tokens.automaker("E1"), Tokens.member(), Tokens.assessor())) {
      given()
          .auth()
          .oauth2(token)
          .contentType("text/csv")
          .body("name\n")
          .post(PATH)
          .then()
          .statusCode(403);
    }
  }

  private ValidatableResponse csv(String query, String text) {
    return upload(query, Platform.CSV, Platform.bytes(text));
  }

  private ValidatableResponse upload(String query, String type, byte[] file) {
    return platform.upload(Platform.analyst(), PATH + query, type, file);
  }

  private static ValidatableResponse named(String name) {
    return given().queryParam("name", name).get("/api/v1/enterprises").then().statusCode(200);
  }
}
