package org.carbonpublicity.disclosure.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ModelImportTest {

  @Inject Platform platform;

  @Test
  void calculatesAFootprintWhereNoneIsImported() {
    int batch = platform.draft();
    platform
        .importCsv(
            batch,
            "?registerUnknown=true",
            Platform.form(
                Platform.gasoline("Calculating Motors", "CALC-1", 5.94),
                "Calculating Motors,,B,DOMESTIC,S,CALC-2,N,BEV,SUV,B,1901,,12.5,60,LFP,,,Y,200.5"))
        .statusCode(201)
        .body("rowsAccepted", equalTo(2));

    Platform.analyst()
        .get("/api/v1/vehicle-models/CALC-1/footprints/1")
        .then()
        .statusCode(200)
        .body("origin", equalTo("CALCULATED"))
        .body("factorSet", equalTo("cpp-illustrative-2024"))
        .body("terms.findAll { it.name == 'fuel-combustion' }", hasSize(1));
    Platform.analyst()
        .get("/api/v1/vehicle-models/CALC-2/footprints/1")
        .then()
        .statusCode(200)
        .body("origin", equalTo("IMPORTED"))
        .body("footprintGramsPerKm", equalTo(200.5f));
  }

  @Test
  void tellsEveryFaultOfEveryRowAndStoresNothing() {
    int batch = platform.draft();

    platform
        .importCsv(
            batch,
            "?registerUnknown=true",
            Platform.form(
                Platform.gasoline("Faulty Motors", "FAULT-1", 5.94),
                "Faulty Motors,,B,DOMESTIC,S,FAULT-2,=N,GASOLINE,COUPE,A,heavy,5.9,,,,,,Y,",
                "Faulty Motors,,B,DOMESTIC,S,FAULT-1,N,GASOLINE,SUV,A,1500,5.9,,,,,,Y,"))
        .statusCode(422)
        .contentType(startsWith("application/problem+json"))
        .body("rowsRead", equalTo(3))
        .body("rowsRejected", equalTo(2))
        .body(
            "errors.collect { it.row + ' ' + it.column + ' ' + it.code }",
            containsInAnyOrder(
                "3 model_name formula-in-text",
                "3 body_type unknown-value",
                "3 curb_mass_kg not-a-number",
                "4 model_code duplicate-model"));

    Platform.analyst().get("/api/v1/vehicle-models/FAULT-1").then().statusCode(404);
    Platform.analyst().get("/api/v1/batches/" + batch).then().body("models", equalTo(0));
  }

  @Test
  void storesTheRightRowsWhenAskedTo() {
    int batch = platform.draft();

    platform
        .importCsv(
            batch,
            "?registerUnknown=true&acceptValidRows=true",
            Platform.form(
                Platform.gasoline("Partly Motors", "PART-1", 5.94),
                "Partly Motors,,B,DOMESTIC,S,PART-2,N,GASOLINE,SUV,A,-,5.9,,,,,,Y,"))
        .statusCode(201)
        .body("rowsAccepted", equalTo(1))
        .body("errors[0].code", equalTo("missing-value"))
        .body("errors[0].column", equalTo("curb_mass_kg"));

    Platform.analyst().get("/api/v1/vehicle-models/PART-1").then().statusCode(200);
    Platform.analyst().get("/api/v1/vehicle-models/PART-2").then().statusCode(404);
  }

  @Test
  void needsNoColumnThatNoRowNeeds() {
    int batch = platform.draft();
    String header =
        "enterprise,brand,series,model_code,model_name,powertrain,body_type,segment,curb_mass_kg,"
            + "fuel_l_per_100km\n";
    String petrol = "Lean Motors,B,S,LEAN-1,N,GASOLINE,SEDAN,A,1288,5.94\n";
    String battery = "Lean Motors,B,S,LEAN-2,N,BEV,SEDAN,A,1500,\n";

    platform
        .importCsv(batch, "?registerUnknown=true&acceptValidRows=true", header + petrol + battery)
        .statusCode(201)
        .body("rowsAccepted", equalTo(1))
        .body(
            "errors.collect { it.row + ' ' + it.column + ' ' + it.code }",
            containsInAnyOrder(
                "3 electricity_kwh_per_100km missing-value", "3 battery_kwh missing-value"));
  }

  @Test
  void tellsTheSecondOfTwoThatImportAModelAtTheSameTimeWhereItIs()
      throws SQLException, InterruptedException, ExecutionException {
    int first = platform.draft();
    int second = platform.draft();
    platform
        .importCsv(
            first,
            "?registerUnknown=true",
            Platform.form(Platform.gasoline("Racing Motors", "RACE-0", 6)))
        .statusCode(201);
    CompletableFuture<String> answer;
    try (Connection other = platform.dataSource().getConnection()) {
      other.setAutoCommit(false);
      try (PreparedStatement insert =
          other.prepareStatement(
              "insert into footprint_revision (batch, revision, on_sale, created_at,"
                  + " footprint_g_per_km, model_code, model_name, enterprise, brand, country_style,"
                  + " series, powertrain, body_type, segment, origin, created_by) select batch,"
                  + " revision, on_sale, created_at, footprint_g_per_km, 'RACE-1', model_name,"
                  + " enterprise, brand, country_style, series, powertrain, body_type, segment,"
                  + " 'IMPORTED', created_by from footprint_revision where model_code = 'RACE-0'")) {
        insert.executeUpdate();
      }

      answer =
          CompletableFuture.supplyAsync(
              () ->
                  platform
                      .importCsv(
                          second,
                          "",
                          Platform.form(Platform.gasoline("Racing Motors", "RACE-1", 6)))
                      .statusCode(422)
                      .extract()
                      .path("errors[0].code"));
      await()
          .untilAsserted(
              () ->
                  assertThat(platform.count("select count(*) from pg_locks where not granted"))
                      .isPositive());
      other.commit();
    }

    assertThat(answer.get()).isEqualTo("in-another-batch");
    Platform.analyst().get("/api/v1/batches/" + second).then().body("models", equalTo(0));
  }

  @Test
  void storesNothingInADryRun() {
    int batch = platform.draft();

    platform
        .importCsv(
            batch,
            "?registerUnknown=true&dryRun=true",
            Platform.form(Platform.gasoline("Dry Motors", "DRY-1", 5.94)))
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("rowsAccepted", equalTo(1));

    Platform.analyst().get("/api/v1/vehicle-models/DRY-1").then().statusCode(404);
    given()
        .queryParam("name", "Dry Motors")
        .get("/api/v1/enterprises")
        .then()
        .body("items", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, false", "GB18030, false", "UTF-8, true"})
  void readsTheSameFormInEveryForm(String charset, boolean workbook) throws IOException {
    int batch = platform.draft();
    String[][] rows = {
      {
        "企业",
        "品牌",
        "车系",
        "车型编码",
        "车型名称",
        "动力类型",
        "车身类型",
        "级别",
        "整备质量(kg)",
        "油耗(L/100km)",
        "电耗(kWh/100km)",
        "电池容量(kWh)"
      },
      {
        "北汽新能源",
        "极狐",
        "考拉S",
        "ZH-" + batch,
        "考拉S 2024款 AIR",
        "BEV",
        "SUV",
        "A",
        "1800",
        "-",
        "14.7",
        "58.8"
      }
    };

    platform
        .upload(
            Platform.analyst(),
            "/api/v1/batches/" + batch + "/models?registerUnknown=true",
            workbook ? Platform.XLSX : Platform.CSV,
            workbook ? workbook(rows) : csv(rows).getBytes(Charset.forName(charset)))
        .log()
        .ifValidationFails()
        .statusCode(201)
        .body("rowsAccepted", equalTo(1));

    Platform.analyst()
        .get("/api/v1/vehicle-models/ZH-" + batch)
        .then()
        .statusCode(200)
        .body("modelName", equalTo("考拉S 2024款 AIR"))
        .body("brand", equalTo("极狐"));
  }

  @Test
  void answersARepeatedRequestAsTheFirst() {
    int batch = platform.draft();
    String form = Platform.form(Platform.gasoline("Idem Motors", "IDEM-1", 5.94));

    for (int time = 1; time <= 2; time++) {
      platform
          .upload(
              Platform.analyst().header("Idempotency-Key", "idem-" + batch),
              "/api/v1/batches/" + batch + "/models?registerUnknown=true",
              Platform.CSV,
              Platform.bytes(form))
          .statusCode(201)
          .body("rowsAccepted", equalTo(1));
    }
    platform
        .upload(
            Platform.analyst().header("Idempotency-Key", "idem-" + batch),
            "/api/v1/batches/" + batch + "/models?registerUnknown=true",
            Platform.CSV,
            Platform.bytes(form.replace("IDEM-1", "IDEM-2")))
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));

    Platform.analyst().get("/api/v1/batches/" + batch).then().body("models", equalTo(1));
  }

  @Test
  void isForAnalystsOnly() {
    int batch = platform.draft();
    String path = "/api/v1/batches/" + batch + "/models";
    byte[] form = Platform.bytes(Platform.form(Platform.gasoline("X", "ROLE-1", 5)));

    assertThat(platform.upload(given(), path, Platform.CSV, form).extract().statusCode())
        .isEqualTo(401);
    platform
        .upload(given().auth().oauth2(Tokens.automaker("E0001")), path, Platform.CSV, form)
        .statusCode(403);
  }

  private static String csv(String[][] rows) {
    StringBuilder csv = new StringBuilder();
    for (String[] row : rows) {
      csv.append(String.join(",", row)).append('\n');
    }
    return csv.toString();
  }

  private static byte[] workbook(String[][] rows) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("models");
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          sheet.value(row, column, rows[row][column]);
        }
      }
    }
    return file.toByteArray();
  }
}
