package org.carbonpublicity.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.Sales;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are wrong, each in its own way, and workbooks. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SalesFileTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  @BeforeEach
  void start() throws SQLException {
    freshState.restore();
    try (Producers producers = new Producers(bootstrapServers)) {
      producers.enterprise("E0001", "Alpha", 1, "Twin");
      producers.enterprise("E0002", "Beta", 1, "twin");
      Sales.awaitEnterprise("Alpha");
      Sales.awaitEnterprise("Beta");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|Alpha|One|1 | month | missing-value",
        "2024-13|Alpha|One|1 | month | invalid-month",
        "2024/09|Alpha|One|1 | month | invalid-month",
        "2098-01|Alpha|One|1 | month | future-month",
        "2024-09||One|1 | enterprise | missing-value",
        "2024-09|Nobody|One|1 | enterprise | unknown-enterprise",
        "2024-09|TWIN|One|1 | enterprise | ambiguous-enterprise",
        "2024-09|Alpha||1 | series | missing-value",
        "2024-09|Alpha|=1+1|1 | series | formula-in-text",
        "2024-09|Alpha|O\u0007ne|1 | series | control-character",
        "2024-09|Alpha|One|many | units_sold | not-a-number",
        "2024-09|Alpha|One|1e3 | units_sold | not-a-number",
        "2024-09|Alpha|One|1.5 | units_sold | not-whole",
        "2024-09|Alpha|One|-1 | units_sold | out-of-range",
        "2024-09|Alpha|One|100000000 | units_sold | out-of-range",
        "2024-09|Alpha|One| | units_sold | nothing-to-withdraw",
      })
  void aFaultOfARowIsToldWithItsColumn(
      String month, String enterprise, String series, String units, String column, String code) {
    String row = String.join(",", text(month), text(enterprise), text(series), text(units).strip());

    Response answer = Sales.post("2024-08,Beta,Fine,1\n" + row + "\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/invalid-rows");
    assertThat(answer.jsonPath().getInt("rowsRejected")).isEqualTo(1);
    assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
    assertThat(answer.jsonPath().getList("errors.column")).containsExactly(column);
    assertThat(answer.jsonPath().getList("errors.row")).containsExactly(3);
    assertThat(Sales.items("")).isEmpty();
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  @Test
  void allFaultsOfAllRowsAreToldAtOnce() {
    Response answer =
        Sales.post(
            "2024-13,Nobody,,x\n2024-09,Alpha,One,1\n2024-09,E0001, one ,2\n"
                + "2024-09,Alpha,Long"
                + "x".repeat(200)
                + ",1\n2024-09,Alpha\n2024-09,Alpha,Two,1,more\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getInt("errorsTotal")).isEqualTo(8);
    assertThat(answer.jsonPath().getInt("rowsRejected")).isEqualTo(5);
    assertThat(answer.jsonPath().<java.util.Map<String, Object>>getList("errors"))
        .extracting(fault -> fault.get("row"), fault -> fault.get("code"))
        .containsExactly(
            tuple(2, "invalid-month"),
            tuple(2, "missing-value"),
            tuple(2, "not-a-number"),
            tuple(2, "unknown-enterprise"),
            tuple(4, "duplicate-row"),
            tuple(5, "too-long"),
            tuple(6, "missing-cells"),
            tuple(7, "extra-cells"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "month,enterprise,series | 422 | missing-column",
        "month,enterprise,series,units_sold,colour | 422 | unknown-column",
        "month,enterprise,series,units_sold,销量 | 422 | duplicate-column",
        "month,enterprise,series,units_sold | 422 | empty-file",
      })
  void aHeaderThatIsWrongIsToldWithItsFaults(String header, int status, String code) {
    Response answer =
        Sales.post(Sales.analyst(), "text/csv", (header + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/unreadable-file");
    assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    byte[] openQuote = (Sales.HEADER + "2024-09,\"Alpha,One,1\n").getBytes(StandardCharsets.UTF_8);
    byte[] latin = {'m', (byte) 0xFF, (byte) 0xFF, '\n'};

    assertRefused("text/csv", new byte[0], 422, "empty-file");
    assertRefused("text/csv", openQuote, 422, "malformed-csv");
    assertRefused("text/csv", latin, 422, "unknown-encoding");
    assertRefused(XLSX, openQuote, 422, "malformed-spreadsheet");
    assertRefused(XLSX, bomb(), 413, "expands-too-much");
    assertRefused(XLSX, withDoctype(), 422, "document-type");
    assertRefused(
        "text/csv",
        (Sales.HEADER + "2024-09,Alpha,One,1\n".repeat(100_001)).getBytes(StandardCharsets.UTF_8),
        413,
        "too-many-rows");
    assertThat(Sales.post(Sales.analyst(), "text/plain", openQuote).statusCode()).isEqualTo(415);
    Response large = Sales.post(Sales.analyst(), "text/csv", new byte[16 * 1024 * 1024 + 1]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.jsonPath().getString("type")).isEqualTo("/problems/body-too-large");
  }

  private static void assertRefused(String type, byte[] file, int status, String code) {
    Response answer = Sales.post(Sales.analyst(), type, file);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
  }

  private static byte[] bomb() throws IOException {
    return zip("xl/media/picture.bin", new byte[20 * 1024 * 1024]);
  }

  private static byte[] withDoctype() throws IOException {
    return zip(
        "xl/workbook.xml",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aWorkbookIsReadWithNumbersAndDates() throws IOException {
    Response answer = Sales.post(Sales.analyst(), XLSX, workbook(false));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    assertThat(Sales.items(""))
        .extracting(row -> row.get("month") + " " + row.get("series") + " " + row.get("unitsSold"))
        .containsExactly("2024-09 Three 48000", "2024-09 秦 12");
  }

  @Test
  void aFormulaIsNoValue() throws IOException {
    Response answer = Sales.post(Sales.analyst(), XLSX, workbook(true));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getList("errors.code")).containsExactly("formula-cell");
    assertThat(answer.jsonPath().getList("errors.column")).containsExactly("units_sold");
  }

  private static byte[] workbook(boolean formula) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Sales");
      List<String> header = List.of("月份", "企业", "车系", "销量（辆）");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i));
      }
      sheet.value(1, 0, LocalDateTime.of(2024, 9, 1, 0, 0));
      sheet.style(1, 0).format("yyyy-mm").set();
      sheet.value(1, 1, "Alpha");
      sheet.value(1, 2, "Three");
      sheet.value(1, 3, 48_000.0);
      sheet.value(2, 0, "2024-09");
      sheet.value(2, 1, "E0001");
      sheet.value(2, 2, "秦");
      sheet.value(2, 3, "12");
      if (formula) {
        sheet.formula(2, 3, "6+6");
      }
    }
    return bytes.toByteArray();
  }
}
