package org.carbonpublicity.disclosure.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form that an automaker gets, and the one that comes back with messages. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TemplateTest {

  @Inject Platform platform;

  private int batch;
  private String mine;

  @BeforeEach
  void review() {
    batch = platform.draft();
    mine = platform.enterprise("Template " + batch);
    platform
        .importCsv(
            batch,
            "",
            Platform.form(
                Platform.gasoline(mine, "A-" + batch, 6.0),
                Platform.gasoline(mine, "B-" + batch, 6.5),
                "%s,,Brand,DOMESTIC,Series,E-%d,电动车,BEV,SUV,B,1901,,12.5,60,LFP,199900,2024-06,Y,"
                    .formatted(mine, batch)))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "xlsx,en,Curb mass (kg)",
    "xlsx,zh,整备质量(kg)",
    "csv,en,curb_mass_kg",
    "csv,zh,油耗(L/100km)"
  })
  void canBeSentBackAsItIsAndAgreesToEverything(String format, String language, String title)
      throws IOException {
    Response form =
        Platform.automaker(mine)
            .header("Accept-Language", language)
            .get("/api/v1/batches/" + batch + "/feedback-form?format=" + format);
    assertThat(form.header("Content-Language")).isEqualTo(language);
    byte[] file = form.asByteArray();
    assertThat(
            format.equals("csv")
                ? new String(file, StandardCharsets.UTF_8)
                : String.join(",", texts(file).get(0)))
        .contains(title);

    platform
        .upload(
            Platform.automaker(mine),
            "/api/v1/batches/" + batch + "/feedback-forms",
            format.equals("csv") ? Platform.CSV : Platform.XLSX,
            file)
        .statusCode(201)
        .body("rowsAccepted", equalTo(3))
        .body("remarks.agreed", equalTo(3))
        .body("templateVersion", equalTo("feedback-1"));
  }

  @Test
  void locksWhatIdentifiesARowAndOffersTheValuesOfEnumerations() throws IOException {
    byte[] file =
        Platform.automaker(mine)
            .get("/api/v1/batches/" + batch + "/feedback-form?format=xlsx&language=zh")
            .asByteArray();

    Map<String, String> parts = parts(file);
    String sheet = parts.get("xl/worksheets/sheet1.xml");
    assertThat(sheet)
        .contains("<sheetProtection")
        .contains("sheet=\"true\"")
        .contains("state=\"frozen\"")
        .contains("<dataValidation ");
    assertThat(sheet.split("<dataValidation ", -1)).hasSize(8);
    assertThat(parts.get("xl/workbook.xml")).contains("hidden");
    assertThat(parts.get("docProps/custom.xml")).contains("feedback-1");
    // Cells of the curb mass may be changed, those of the model code may not.
    assertThat(isUnlocked(parts, sheet, "K2")).isTrue();
    assertThat(isUnlocked(parts, sheet, "F2")).isFalse();
    assertThat(isUnlocked(parts, sheet, "A2")).isFalse();
  }

  @Test
  void refusesAnUnknownTemplateAndAnUnknownLanguage() {
    String csv =
        Platform.automaker(mine)
            .get("/api/v1/batches/" + batch + "/feedback-form")
            .asString()
            .replace("feedback-1", "feedback-0");
    send(Platform.CSV, csv.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("unknown-template"))
        .body("errors[0].column", equalTo("template_version"));
    Platform.automaker(mine)
        .get("/api/v1/batches/" + batch + "/feedback-form?language=fr")
        .then()
        .statusCode(400);
  }

  @Test
  void comesBackWithTheMessagesInItAndCanBeCorrectedAndSent() {
    String csv =
        Platform.automaker(mine)
            .get("/api/v1/batches/" + batch + "/feedback-form")
            .asString()
            .replace(",6.5,", ",six,")
            .replace(",1901,", ",1.9,");
    Response checked = check(Platform.CSV, csv.getBytes(StandardCharsets.UTF_8), "zh-CN");
    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(checked.header("Rows-Rejected")).isEqualTo("2");
    List<String> lines = new String(checked.asByteArray(), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0)).endsWith(",问题");
    assertThat(lines.get(1)).endsWith(",feedback-1,");
    assertThat(lines.get(2)).contains("油耗(L/100km): 只能填写数字").contains("not-a-number");
    assertThat(lines.get(3)).contains("整备质量(kg): 超出范围,应为300–6000");

    String corrected =
        String.join("\n", lines).replace(",six,", ",6.4,").replace(",1.9,", ",1900,");
    send(Platform.CSV, corrected.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(201)
        .body("remarks.corrected", equalTo(2));
  }

  @Test
  void comesBackAsTheSpreadsheetThatItWas() throws IOException {
    byte[] file =
        Platform.automaker(mine)
            .get("/api/v1/batches/" + batch + "/feedback-form?format=xlsx")
            .asByteArray();
    List<List<String>> rows = texts(file);
    rows.get(2).set(11, "-6.5");
    Response checked = check(Platform.XLSX, xlsx(rows), "en");

    List<List<String>> answered = texts(checked.asByteArray());
    assertThat(answered).hasSize(4);
    assertThat(answered.get(0).get(21)).isEqualTo("Messages");
    assertThat(answered.get(2).get(21))
        .isEqualTo(
            "Fuel consumption (L/100km): digits, and a point before decimals (not-a-number)");
    answered.get(2).set(11, "6.4");
    send(Platform.XLSX, xlsx(answered)).then().statusCode(201).body("rowsAccepted", equalTo(3));
  }

  @Test
  void tellsWrongColumnsWhereTheyStand() {
    Response checked =
        check(Platform.CSV, "enterprise,colour\n1,2\n".getBytes(StandardCharsets.UTF_8), "en");
    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(checked.asString()).contains("colour: ").contains("missing-column");
    assertThat(check(Platform.XLSX, new byte[] {1, 2, 3}, "en").statusCode()).isEqualTo(422);
  }

  private Response check(String type, byte[] file, String language) {
    return Platform.automaker(mine)
        .header("Accept-Language", language)
        .contentType(type)
        .body(file)
        .post("/api/v1/batches/" + batch + "/feedback-form-checks");
  }

  private Response send(String type, byte[] file) {
    return Platform.automaker(mine)
        .contentType(type)
        .body(file)
        .post("/api/v1/batches/" + batch + "/feedback-forms");
  }

  private static List<List<String>> texts(byte[] file) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<List<String>> rows = new ArrayList<>();
      for (Row row : workbook.getFirstSheet().read()) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          Cell cell = row.getCell(i);
          texts.add(cell == null || cell.getRawValue() == null ? "" : cell.getText());
        }
        rows.add(texts);
      }
      return rows;
    }
  }

  private static byte[] xlsx(List<List<String>> rows) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("any");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          String text = rows.get(r).get(c);
          if (text.matches("[0-9]+([.][0-9]+)?")) {
            sheet.value(r, c, new BigDecimal(text));
          } else {
            sheet.value(r, c, text);
          }
        }
      }
    }
    return file.toByteArray();
  }

  private static Map<String, String> parts(byte[] file) throws IOException {
    Path path = Files.createTempFile("template-", ".xlsx");
    try {
      Files.write(path, file);
      Map<String, String> parts = new HashMap<>();
      try (ZipFile zip = new ZipFile(path.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          parts.put(
              entry.getName(),
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return parts;
    } finally {
      Files.delete(path);
    }
  }

  /** Whether the style of a cell takes its lock off. */
  private static boolean isUnlocked(Map<String, String> parts, String sheet, String cell) {
    String after = sheet.substring(sheet.indexOf("r=\"" + cell + "\""));
    String tag = after.substring(0, after.indexOf('>'));
    if (!tag.contains(" s=\"")) {
      return false;
    }
    int style = Integer.parseInt(tag.replaceAll(".* s=\"([0-9]+)\".*", "$1"));
    String formats = parts.get("xl/styles.xml");
    String cells = formats.substring(formats.indexOf("<cellXfs"), formats.indexOf("</cellXfs>"));
    String[] xfs = cells.split("<xf ", -1);
    return xfs[style + 1].contains("locked=\"false\"") || xfs[style + 1].contains("locked=\"0\"");
  }
}
