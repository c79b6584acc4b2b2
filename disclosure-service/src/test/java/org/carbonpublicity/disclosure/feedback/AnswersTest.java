package org.carbonpublicity.disclosure.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows of a feedback form say, and what becomes of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AnswersTest {

  private static final String HEADER =
      "enterprise,brand,country_style,series,model_code,model_name,powertrain,body_type,segment,"
          + "curb_mass_kg,fuel_l_per_100km,electricity_kwh_per_100km,battery_kwh,battery_chemistry,"
          + "price_cny,launch_month,on_sale,remark,comment\n";

  @Inject Platform platform;
  @Inject Database database;

  private int batch;
  private String mine;

  @BeforeEach
  void review() {
    batch = platform.draft();
    mine = platform.enterprise("Answering " + batch);
    platform
        .importCsv(
            batch,
            "",
            Platform.form(
                Platform.gasoline(mine, "A-" + batch, 6.0),
                Platform.gasoline(mine, "B-" + batch, 6.5),
                Platform.gasoline(mine, "C-" + batch, 7.0),
                accounted("D-" + batch)))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  @Test
  void takesARemarkPerRowAndRecalculatesCorrectionsOnly() {
    String id =
        send(
                row("A", "6.0", "AGREED", ""),
                row("B", "5.5", "已更正", "新的测试报告"),
                row("C", "7.0", "no longer produced", "until 2023"),
                known("D", ","))
            .statusCode(201)
            .body("rowsAccepted", equalTo(4))
            .body("remarks.agreed", equalTo(2))
            .body("remarks.corrected", equalTo(1))
            .body("remarks.noLongerProduced", equalTo(1))
            .body("results.modelCode", contains("B-" + batch))
            .body("answers", hasSize(2))
            .body("answers[0].comment", equalTo("新的测试报告"))
            .body("answers[1].remark", equalTo("NO_LONGER_PRODUCED"))
            .extract()
            .path("id");

    assertThat(revisions("A")).isEqualTo(1);
    assertThat(revisions("B")).isEqualTo(2);
    assertThat(revisions("C")).isEqualTo(1);
    get(Platform.automaker(mine), "/" + id)
        .statusCode(200)
        .body("receivedFrom", equalTo("automaker." + mine))
        .body("receivedAt", notNullValue())
        .body("fileSha256", notNullValue())
        .body("remarks.corrected", equalTo(1));
  }

  @Test
  void refusesRemarksThatTheValuesContradict() {
    send(
            row("A", "5.0", "AGREED", ""),
            row("B", "6.5", "CORRECTED", ""),
            row("C", "7.0", "MAYBE", ""))
        .statusCode(422)
        .body("errors.code", contains("contradicts-remark", "nothing-corrected", "unknown-value"))
        .body("errors.row", contains(2, 3, 4))
        .body("errors.column", contains("remark", "remark", "remark"));

    assertThat(revisions("A")).isEqualTo(1);
    assertThat(database.count("select count(*) from review_answer where batch = ?", batch))
        .isZero();
  }

  @Test
  void acceptsWhatIsRightOnRequest() {
    platform
        .upload(
            Platform.automaker(mine),
            forms() + "?acceptValidRows=true",
            Platform.CSV,
            bytes(row("A", "5.0", "", ""), row("B", "5.0", "AGREED", "")))
        .statusCode(201)
        .body("rowsAccepted", equalTo(1))
        .body("rowsRejected", equalTo(1))
        .body("errors.code", contains("contradicts-remark"));

    assertThat(revisions("A")).isEqualTo(2);
    assertThat(revisions("B")).isEqualTo(1);
    assertThat(database.count("select count(*) from review_answer where batch = ?", batch))
        .isEqualTo(1);
  }

  @Test
  void keepsWhatAFormHasNoColumnFor() {
    String form =
        "企业,品牌,车系,车型编码,车型名称,动力类型,车身类型,级别,整备质量(kg),油耗(L/100km)\n"
            + mine
            + ",Brand,Series,A-"
            + batch
            + ",Name A-"
            + batch
            + ",GASOLINE,SEDAN,A,1288,5.0\n";
    platform
        .upload(
            Platform.automaker(mine),
            forms(),
            Platform.CSV,
            form.getBytes(Charset.forName("GB18030")))
        .statusCode(201);

    Platform.automaker(mine)
        .get("/api/v1/vehicle-models/A-" + batch)
        .then()
        .body("revision", equalTo(2))
        .body("fuelLPer100Km", equalTo(5.0f))
        .body("priceCny", equalTo(99900))
        .body("launchMonth", equalTo("2024-05"))
        .body("countryStyle", equalTo("DOMESTIC"));
  }

  @Test
  void keepsAnImportedFootprintWhileNothingItCouldRestOnIsCorrected() {
    send(known("D", "CORRECTED,").replace("88800", "77700")).statusCode(201);
    Platform.automaker(mine)
        .get("/api/v1/vehicle-models/D-" + batch)
        .then()
        .body("revision", equalTo(2))
        .body("priceCny", equalTo(77700))
        .body("origin", equalTo("IMPORTED"))
        .body("footprintGramsPerKm", equalTo(211.5f));

    send(known("D", "CORRECTED,").replace(",5.9,", ",5.5,"))
        .statusCode(422)
        .body("errors.code", contains("missing-value"))
        .body("errors.column", contains("curb_mass_kg"));
  }

  @Test
  void supersedesAFormOnceNothingOfItCounts() {
    String first = send(row("A", "5.0", "", ""), row("B", "5.0", "", "")).extract().path("id");
    String second = send(row("A", "5.1", "", "")).extract().path("id");
    get(Platform.analyst(), "/" + first).body("supersededBy", equalTo(null));

    String third =
        send(row("B", "5.0", "AGREED", ""))
            .statusCode(201)
            .body("supersedes", contains(first))
            .extract()
            .path("id");

    get(Platform.analyst(), "/" + first).body("supersededBy", equalTo(third));
    get(Platform.automaker(mine), "")
        .body("items.id", contains(first, second, third))
        .body("items[0].supersededBy", equalTo(third));
    get(Platform.automaker(mine), "?limit=2").body("items", hasSize(2));
    get(Platform.automaker(platform.enterprise("Elsewhere " + batch)), "")
        .body("items", hasSize(0));
    get(Platform.automaker("E-OTHER"), "?enterprise=" + mine).statusCode(403);
  }

  @Test
  void answersARepeatedRequestOnce() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          platform
              .upload(
                  Platform.automaker(mine).header("Idempotency-Key", "once-" + batch),
                  forms(),
                  Platform.CSV,
                  bytes(row("A", "5.0", "", "")))
              .statusCode(201)
              .extract()
              .path("id"));
    }
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(revisions("A")).isEqualTo(2);
    platform
        .upload(
            Platform.automaker(mine).header("Idempotency-Key", "once-" + batch),
            forms(),
            Platform.CSV,
            bytes(row("A", "5.2", "", "")))
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void takesFormsOfOneEnterpriseOneAfterTheOther() throws Exception {
    int senders = 8;
    CyclicBarrier together = new CyclicBarrier(senders);
    ExecutorService pool = Executors.newFixedThreadPool(senders);
    List<Future<ValidatableResponse>> sent = new ArrayList<>();
    try {
      for (int i = 0; i < senders; i++) {
        String fuel = "5." + (i + 1);
        sent.add(
            pool.submit(
                () -> {
                  together.await(30, TimeUnit.SECONDS);
                  return send(row("A", fuel, "", ""), row("B", fuel, "", ""));
                }));
      }
      for (Future<ValidatableResponse> one : sent) {
        one.get(60, TimeUnit.SECONDS).statusCode(201);
      }
    } finally {
      pool.shutdownNow();
    }

    // Each form saw what the one before had made of both models, and nothing in between.
    assertThat(
            database.query(
                "select a.revision || ' ' || a.replaces || ' ' || (a.feedback_form ="
                    + " b.feedback_form) || ' ' || (a.fuel_l_per_100km = b.fuel_l_per_100km) from"
                    + " footprint_revision a join footprint_revision b on b.batch = a.batch and"
                    + " b.revision = a.revision and b.model_code = ? where a.model_code = ? and"
                    + " a.revision > 1 order by a.revision",
                row -> row.getString(1),
                "B-" + batch,
                "A-" + batch))
        .containsExactly(
            "2 1 true true",
            "3 2 true true",
            "4 3 true true",
            "5 4 true true",
            "6 5 true true",
            "7 6 true true",
            "8 7 true true",
            "9 8 true true");
    assertThat(
            database.count(
                "select count(*) from feedback_form where batch = ? and superseded_by is null",
                batch))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"en,only digits,false", "zh,只能填写数字,true"})
  void tellsFaultsInTheLanguageOfTheReader(String language, String message, boolean chinese) {
    String told =
        platform
            .upload(
                Platform.automaker(mine).header("Accept-Language", language + ";q=0.9, fr"),
                forms(),
                Platform.CSV,
                bytes(row("A", "six", "", "")))
            .statusCode(422)
            .body("errors.code", contains("not-a-number"))
            .extract()
            .path("errors[0].message");
    assertThat(told.contains(message)).isEqualTo(chinese);
  }

  private String accounted(String code) {
    return "%s,,Brand,DOMESTIC,Series,%s,Name %s,GASOLINE,SEDAN,A,,5.9,,,,88800,2024-05,Y,211.5"
        .formatted(mine, code, code);
  }

  private String row(String letter, String fuel, String remark, String comment) {
    String code = letter + "-" + batch;
    return "%s,Brand,DOMESTIC,Series,%s,Name %s,GASOLINE,SEDAN,A,1288,%s,,,,99900,2024-05,Y,%s,%s"
        .formatted(mine, code, code, fuel, remark, comment);
  }

  /** The row of the imported footprint, as the form gives it out. */
  private String known(String letter, String end) {
    String code = letter + "-" + batch;
    return "%s,Brand,DOMESTIC,Series,%s,Name %s,GASOLINE,SEDAN,A,,5.9,,,,88800,2024-05,Y,"
            .formatted(mine, code, code)
        + end;
  }

  private long revisions(String letter) {
    return database.count(
        "select count(*) from footprint_revision where model_code = ?", letter + "-" + batch);
  }

  private ValidatableResponse send(String... rows) {
    return platform.upload(Platform.automaker(mine), forms(), Platform.CSV, bytes(rows));
  }

  private ValidatableResponse get(RequestSpecification who, String path) {
    return who.get(forms() + path).then();
  }

  private String forms() {
    return "/api/v1/batches/" + batch + "/feedback-forms";
  }

  private static byte[] bytes(String... rows) {
    return (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
