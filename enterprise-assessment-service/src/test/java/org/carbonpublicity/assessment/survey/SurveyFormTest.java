package org.carbonpublicity.assessment.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.SmallGuideline;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SurveyFormTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject Platform platform;

  private String enterprise;
  private String form;
  private String survey;

  @BeforeEach
  void beginSurvey() {
    String guideline = SmallGuideline.publish();
    enterprise = platform.enterprise("表格汽车");
    String id =
        as(Tokens.automaker(enterprise))
            .body(
                "{\"guideline\": \"%s\", \"enterprise\": \"%s\"}".formatted(guideline, enterprise))
            .post("/api/v1/surveys")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    survey = "/api/v1/surveys/" + id;
    form = survey + "/form";
  }

  @Test
  void goesOutAndComesBackAsItIs() throws IOException {
    save("A1", "{\"met\": true, \"evidence\": \"=cmd|' /C calc'!A0\"}");
    save("A2", "{\"number\": 72.125}");
    save("B1", "{\"date\": \"2024-02-29\"}");
    String file = Platform.evidence(enterprise, "form");
    save("B2", "{\"choice\": \"BODY\", \"files\": [\"%s\"]}".formatted(file));
    String before = answers();
    byte[] workbook = download("zh-CN");

    List<Row> rows = rows(workbook);
    assertThat(rows.get(0).getCellText(5)).isEqualTo("回答");
    assertThat(rows.subList(1, rows.size()))
        .extracting(row -> row.getCellText(0), row -> row.getCellText(5))
        .containsExactly(
            tuple("A1", "是"),
            tuple("A2", "72.125"),
            tuple("B1", "2024-02-29"),
            tuple("B2", "BODY"),
            tuple("B3", ""));
    assertThat(rows.get(1).getCell(6).getFormula()).isNull();
    upload(workbook).statusCode(200).body("answers", equalTo(4)).body("errors", empty());

    // Saved again, with what the sheet does not show.
    assertThat(answers()).isEqualTo(before);
    as(Tokens.automaker(enterprise))
        .get(survey)
        .then()
        .body("answers.version", contains(2, 2, 2, 2));
  }

  @Test
  void isFilledInWithASpreadsheetProgram() throws IOException {
    byte[] workbook =
        workbook(
            sheet -> {
              head(sheet, "Item", "Answer", "Comment");
              row(sheet, 1, "A1", "no", "not yet");
              row(sheet, 2, "A2", new BigDecimal("55"), null);
              row(sheet, 3, "B1", LocalDate.of(2024, 3, 1), null);
              row(sheet, 4, "B2", null, null);
            });
    upload(workbook).statusCode(200).body("answers", equalTo(3));
    as(Tokens.automaker(enterprise))
        .get(survey)
        .then()
        .body("answers.item", contains("A1", "A2", "B1"))
        .body("answers[0].answer.met", equalTo(false))
        .body("answers[1].answer.number", equalTo(55))
        .body("answers[2].answer.date", equalTo("2024-03-01"));
  }

  @Test
  void tellsEverythingThatIsWrongAndSavesNothing() throws IOException {
    byte[] workbook =
        workbook(
            sheet -> {
              head(sheet, "条目", "回答", "备注");
              row(sheet, 1, "A1", "maybe", null);
              row(sheet, 2, "A2", "sixty", null);
              row(sheet, 3, "B1", "yesterday", null);
              row(sheet, 4, "B2", "OTHER", "x".repeat(2001));
              row(sheet, 5, "Z9", "yes", null);
              row(sheet, 6, "A1", "yes", null);
              row(sheet, 7, "B3", "yes", null);
            });
    for (boolean dryRun : new boolean[] {true, false}) {
      as(Tokens.automaker(enterprise))
          .contentType(XLSX)
          .queryParam("dryRun", dryRun)
          .body(workbook)
          .post(form)
          .then()
          .statusCode(dryRun ? 200 : 422)
          .body(
              "errors.collect { it.row + ' ' + it.column + ' ' + it.code }",
              contains(
                  "2 answer not-yes-or-no",
                  "3 answer not-a-number",
                  "4 answer not-a-date",
                  "5 comment too-long",
                  "5 answer unknown-choice",
                  "6 item unknown-item",
                  "7 item duplicate-item"))
          .body("errors[0].value", equalTo("maybe"));
    }
    as(Tokens.automaker(enterprise)).get(survey).then().body("answers", empty());
  }

  @Test
  void aDryRunSavesNothing() throws IOException {
    byte[] workbook =
        workbook(
            sheet -> {
              head(sheet, "item", "answer");
              row(sheet, 1, "A1", "是", null);
            });
    as(Tokens.automaker(enterprise))
        .contentType(XLSX)
        .queryParam("dryRun", true)
        .body(workbook)
        .post(form)
        .then()
        .statusCode(200)
        .body("answers", equalTo(1));
    as(Tokens.automaker(enterprise)).get(survey).then().body("answers", empty());
  }

  @Test
  void refusesWhatIsNoSurvey() throws IOException {
    upload("no workbook".getBytes(StandardCharsets.UTF_8))
        .statusCode(422)
        .body("errors.code", contains("malformed-spreadsheet"));
    upload(
            zip(
                "xl/workbook.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x/>"
                    .getBytes(StandardCharsets.UTF_8)))
        .statusCode(422)
        .body("errors.code", contains("document-type"));
    upload(zip("xl/bomb.xml", new byte[20 * 1024 * 1024]))
        .statusCode(422)
        .body("errors.code", contains("expands-too-much"));
    upload(workbook(sheet -> head(sheet, "item", "colour")))
        .statusCode(422)
        .body("errors.code", contains("unknown-column", "missing-column"));
    as(Tokens.automaker(enterprise))
        .contentType("text/csv")
        .body("item,answer")
        .post(form)
        .then()
        .statusCode(415);
    as(Tokens.automaker(enterprise))
        .contentType(XLSX)
        .queryParam("dryRun", "perhaps")
        .body(new byte[1])
        .post(form)
        .then()
        .statusCode(400);
  }

  @Test
  void itsNameIsChineseForChineseReaders() {
    as(Tokens.automaker(enterprise))
        .accept("*/*")
        .header("Accept-Language", "zh")
        .get(form)
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("%E9%97%AE%E5%8D%B7-"));
  }

  private interface Filling {
    void in(Worksheet sheet);
  }

  private static byte[] workbook(Filling filling) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Test", "1.0")) {
      filling.in(workbook.newWorksheet("survey"));
    }
    return file.toByteArray();
  }

  private static void head(Worksheet sheet, String... titles) {
    for (int i = 0; i < titles.length; i++) {
      sheet.value(0, i, titles[i]);
    }
  }

  private static void row(Worksheet sheet, int row, String item, Object answer, String comment) {
    sheet.value(row, 0, item);
    if (answer instanceof BigDecimal number) {
      sheet.value(row, 1, number);
    } else if (answer instanceof LocalDate day) {
      sheet.value(row, 1, day);
      sheet.style(row, 1).format("yyyy-MM-dd").set();
    } else if (answer != null) {
      sheet.value(row, 1, answer.toString());
    }
    if (comment != null) {
      sheet.value(row, 2, comment);
    }
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return file.toByteArray();
  }

  private void save(String item, String body) {
    as(Tokens.automaker(enterprise))
        .body(body)
        .put(survey + "/answers/" + item)
        .then()
        .statusCode(200);
  }

  private String answers() {
    return as(Tokens.automaker(enterprise))
        .get(survey)
        .then()
        .extract()
        .jsonPath()
        .getList("answers.answer")
        .toString();
  }

  private byte[] download(String language) {
    return as(Tokens.automaker(enterprise))
        .accept("*/*")
        .header("Accept-Language", language)
        .get(form)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private ValidatableResponse upload(byte[] workbook) {
    return as(Tokens.automaker(enterprise)).contentType(XLSX).body(workbook).post(form).then();
  }

  private static List<Row> rows(byte[] workbook) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return book.getFirstSheet().read();
    }
  }
}
