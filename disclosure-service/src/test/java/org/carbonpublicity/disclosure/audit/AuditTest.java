package org.carbonpublicity.disclosure.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.audit.AuditChain.Anchor;
import org.carbonpublicity.audit.AuditChain.Outcome;
import org.carbonpublicity.audit.AuditExport;
import org.carbonpublicity.audit.AuditVerification;
import org.carbonpublicity.audit.HashedFile;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.jdbc.DatabaseException;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AuditTest {

  @Inject Platform platform;
  @Inject Audit audit;
  @Inject AuditVerification verification;
  @Inject Database database;

  @Test
  void tellsWhatWasDoneToABatchByWhomAndFromWhichFile() {
    int batch = platform.draft();
    String csv = Platform.form(Platform.gasoline("Audit Motors " + batch, "AUDIT-" + batch, 6));
    platform.importCsv(batch, "?registerUnknown=true&dryRun=true", csv).statusCode(200);
    platform.importCsv(batch, "?registerUnknown=true", csv).statusCode(201);
    platform.importCsv(batch, "", csv).statusCode(422);
    platform.publish(batch);

    ValidatableResponse trail = trail("?subject=batch/" + batch);
    trail
        .body(
            "items.action",
            equalTo(
                List.of(
                    "batch-opened", "models-imported", "publication-accepted", "batch-published")))
        .body(
            "items.actor", equalTo(List.of("analyst", "analyst", "analyst", "disclosure-service")))
        .body("items[1].fileSha256", equalTo(sha256(csv)))
        .body("items[1].details.rowsAccepted", equalTo(1))
        .body("items[2].details.reviewWaivedReason", equalTo("test"));
  }

  /** What is wrong is found after enterprises were registered; those are taken back. */
  @Test
  void tellsOfAnEnterpriseOnceThatAFaultyFileRegisters() {
    int batch = platform.draft();
    String csv =
        Platform.form(
            Platform.gasoline("Faulty Motors " + batch, "AX-" + batch, 6),
            Platform.gasoline("Faulty Motors " + batch, "AX-" + batch, 7));
    platform
        .importCsv(batch, "?registerUnknown=true&acceptValidRows=true", csv)
        .statusCode(201)
        .body("rowsAccepted", equalTo(1));

    String code =
        given().get("/api/v1/enterprises?name=Faulty Motors " + batch).path("items[0].code");
    trail("?action=enterprise-registered&subject=enterprise/" + code).body("items", hasSize(1));
    trail("?subject=batch/" + batch).body("items[1].fileSha256", equalTo(sha256(csv)));
    assertThat(
            database.count(
                "select count(*) from audit_entry where details like ?",
                "%Faulty Motors " + batch + "%"))
        .isEqualTo(1);
  }

  @Test
  void tellsOfCorrectionsWithTheirFile() {
    int batch = platform.draft();
    String enterprise = platform.enterprise("Corrected " + batch);
    platform
        .importCsv(batch, "", Platform.form(Platform.gasoline(enterprise, "AC-" + batch, 6)))
        .statusCode(201);
    platform.publish(batch);
    String csv = Platform.form(Platform.gasoline(enterprise, "AC-" + batch, 7));
    int correction =
        platform
            .upload(
                Platform.analyst(),
                "/api/v1/corrections?reason=typing",
                Platform.CSV,
                Platform.bytes(csv))
            .statusCode(202)
            .extract()
            .path("batch");

    trail("?subject=batch/" + correction + "&action=correction-accepted")
        .body("items[0].fileSha256", equalTo(sha256(csv)))
        .body("items[0].details.reason", equalTo("typing"))
        .body("items[0].details.kind", equalTo("CORRECTION"));
  }

  @Test
  void tellsOfFormsWithTheAutomakerThatSentThem() {
    int batch = platform.draft();
    String mine = platform.enterprise("Audited " + batch);
    platform
        .importCsv(batch, "", Platform.form(Platform.gasoline(mine, "AF-" + batch, 6)))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
    String form =
        Platform.form(Platform.gasoline(mine, "AF-" + batch, 5)).replaceAll(",[^,\n]*(?=\n)", "");
    platform
        .upload(
            Platform.automaker(mine),
            "/api/v1/batches/" + batch + "/feedback-forms",
            Platform.CSV,
            Platform.bytes(form))
        .statusCode(201);

    trail("?actor=automaker." + mine)
        .body("items", hasSize(1))
        .body("items[0].subject", equalTo("batch/" + batch))
        .body("items[0].fileSha256", equalTo(sha256(form)));
  }

  @Test
  void keepsNothingOfWhatWasRolledBack() {
    long before = verification.run(null).entries();

    QuarkusTransaction.begin();
    audit.record("test-rolled-back", "test/1", Map.of());
    QuarkusTransaction.rollback();

    trail("?action=test-rolled-back").body("items", hasSize(0));
    assertThat(verification.run(null).entries()).isGreaterThanOrEqualTo(before);
    assertThatThrownBy(() -> audit.record("test", "test/1", Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'nobody' where position = 1",
        "delete from audit_entry",
        "truncate audit_entry",
        "delete from audit_head",
        "update audit_head set position = 0",
        "update audit_head set hash = repeat('0', 64)"
      })
  void refusesChangesInTheDatabase(String change) {
    platform.draft();

    assertThatThrownBy(() -> database.update(change))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("audit trail");
  }

  /** The way past triggers is closed twice: the role may not go it, and the triggers stay on. */
  @Test
  void letsTheRoleNotPassTheTriggersBy() {
    assertThatThrownBy(() -> database.update("set local session_replication_role = replica"))
        .hasMessageContaining("permission denied");
    assertThat(
            database.count(
                "select count(*) from pg_trigger where tgrelid = 'audit_entry'::regclass and"
                    + " tgenabled = 'A'"))
        .isEqualTo(1);
  }

  /** What the owner of the tables could do; each in a transaction that is rolled back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "altered-entry | update audit_entry set actor = 'nobody' where position = 2",
        "altered-entry | update audit_entry set at = at + interval '1 second' where position = 2",
        "missing-entry | delete from audit_entry where position = 2",
        "missing-end | delete from audit_entry where position = (select position from audit_head)",
        "altered-entry | update audit_entry a set actor = b.actor, action = b.action, subject ="
            + " b.subject, details = b.details, previous_hash = b.previous_hash, hash = b.hash from"
            + " audit_entry b where a.position in (2, 3) and b.position = 5 - a.position",
        "beyond-end | insert into audit_entry select position + 1, at, actor, action, subject,"
            + " file_hash, details, hash, previous_hash from audit_entry where position = (select"
            + " position from audit_head)",
        "unprotected | select 1"
      })
  void verificationFindsWhatTheOwnerOfTheTablesDid(String code, String change) {
    platform.draft();
    platform.draft();
    platform.draft();

    QuarkusTransaction.begin();
    Outcome outcome;
    try {
      database.update("alter table audit_entry disable trigger append_only");
      if (!code.equals("unprotected")) {
        assertThat(database.update(change)).isPositive();
        // A chain that is broken is told as such, whether or not it is protected again.
        database.update("alter table audit_entry enable always trigger append_only");
      }
      outcome = verification.run(null);
    } finally {
      QuarkusTransaction.rollback();
    }

    assertThat(outcome.intact()).isFalse();
    // A forged entry beyond the end has no hash of its own here.
    assertThat(outcome.firstBreak().code())
        .isIn(code, code.equals("beyond-end") ? "altered-entry" : code);
    assertThat(verification.run(null).intact()).isTrue();
  }

  @Test
  void isOneChainWhateverTheNumberOfWriters() throws Exception {
    int writers = 4;
    int each = 50;
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        String subject = "test/writer-" + w;
        running.add(
            pool.submit(
                () -> {
                  for (int n = 0; n < each; n++) {
                    QuarkusTransaction.requiringNew()
                        .run(
                            () -> {
                              audit.record("test-written", subject, Map.of());
                              audit.record("test-written", subject, Map.of("second", true));
                            });
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }

    Outcome outcome = verification.run(null);
    assertThat(outcome.firstBreak()).isNull();
    assertThat(
            database.count(
                "select count(*) from audit_entry where action = 'test-written' and actor ="
                    + " 'disclosure-service'"))
        .isEqualTo(2L * writers * each);
  }

  @Test
  void exportedPagesAreVerifiedWithoutTheService(@TempDir Path directory) throws IOException {
    platform.draft();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                audit.record(
                    "test-numbers",
                    "test/é中",
                    Map.of("n", new java.math.BigDecimal("12.50"), "t", "\"中\\é\u2028")));
    List<Path> pages = new ArrayList<>();
    String next = "/api/v1/operations/disclosure/audit-entries?limit=7";
    while (next != null) {
      var answer = Platform.analyst().urlEncodingEnabled(false).get(next);
      Path page = directory.resolve("page-" + pages.size() + ".json");
      Files.writeString(page, answer.asString());
      pages.add(page);
      String link = answer.header("Link");
      next = link == null ? null : link.substring(link.indexOf("/api"), link.indexOf('>'));
    }

    Outcome outcome = AuditExport.verify(pages, null);
    assertThat(outcome.firstBreak()).isNull();
    Files.writeString(pages.get(0), Files.readString(pages.get(0)).replace("analyst", "other"));
    assertThat(AuditExport.verify(pages, null).intact()).isFalse();
    assertThat(AuditExport.verify(pages.subList(1, pages.size()), null).intact()).isFalse();
  }

  @Test
  void verifiesOverHttpAgainstAnAnchor() {
    platform.draft();
    Anchor end = verification.run(null).end();

    verify("{}").statusCode(200).body("intact", equalTo(true));
    verify("{\"anchor\":{\"position\":%d,\"hash\":\"%s\"}}".formatted(end.position(), end.hash()))
        .body("intact", equalTo(true));
    verify(
            "{\"anchor\":{\"position\":%d,\"hash\":\"%s\"}}"
                .formatted(end.position(), "0".repeat(64)))
        .body("intact", equalTo(false))
        .body("firstBreak.code", equalTo("other-chain"));
    verify("{\"anchor\":{\"position\":0}}").statusCode(422).body("errors", hasSize(2));
  }

  @Test
  void filtersByTimeAndRefusesWhatIsNone() {
    int batch = platform.draft();
    trail("?subject=batch/" + batch + "&from=2020-01-01T00:00:00Z").body("items", hasSize(1));
    trail("?subject=batch/" + batch + "&to=2020-01-01T00:00:00Z").body("items", hasSize(0));
    trail("?action=batch-opened").body("items.action", everyItem(equalTo("batch-opened")));
    Platform.analyst()
        .get("/api/v1/operations/disclosure/audit-entries?from=yesterday")
        .then()
        .statusCode(400)
        .body("detail", containsString("from"));
    Platform.analyst()
        .get("/api/v1/operations/disclosure/audit-entries?who=me")
        .then()
        .statusCode(400);
  }

  @Test
  void keepsNoOtherServicesTrail() {
    Platform.analyst().get("/api/v1/operations/rating/audit-entries").then().statusCode(404);
    Platform.analyst()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/operations/rating/audit-verifications")
        .then()
        .statusCode(404);
  }

  @Test
  void isForAnalystsOnly() {
    given().get("/api/v1/operations/disclosure/audit-entries").then().statusCode(401);
    for (String token : List.of(Tokens.automaker("E1"), Tokens.member(), Tokens.assessor())) {
      given()
          .auth()
          .oauth2(token)
          .get("/api/v1/operations/disclosure/audit-entries")
          .then()
          .statusCode(403);
      given()
          .auth()
          .oauth2(token)
          .contentType("application/json")
          .body("{}")
          .post("/api/v1/operations/disclosure/audit-verifications")
          .then()
          .statusCode(403);
    }
  }

  private static ValidatableResponse trail(String query) {
    return Platform.analyst()
        .get("/api/v1/operations/disclosure/audit-entries" + query)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse verify(String body) {
    return Platform.analyst()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/operations/disclosure/audit-verifications")
        .then();
  }

  private static String sha256(String text) {
    HashedFile file = new HashedFile(new ByteArrayInputStream(Platform.bytes(text)));
    try {
      assertThat(file.sha256())
          .isEqualTo(
              HexFormat.of()
                  .formatHex(MessageDigest.getInstance("SHA-256").digest(Platform.bytes(text))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return file.sha256();
  }
}
