package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.fixture.Workbooks;
import org.carbonpublicity.disclosure.fixture.Workbooks.Part;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetRowsTest {

  private static final int MASS = Forms.index("curb_mass_kg");
  private static final int FUEL = Forms.index("fuel_l_per_100km");
  private static final int PRICE = Forms.index("price_cny");
  private static final int MONTH = Forms.index("launch_month");
  private static final int NAME = Forms.index("model_name");

  @Test
  void readsTheRowsThatTheCsvHas() {
    Map<String, String> chinese = Forms.with(Forms.bev(), "enterprise", "北汽新能源");
    chinese.put("model_code", "E-3");
    chinese.put("model_name", "考拉S 🚗 2024款, \"AIR\" & <mehr>");
    chinese.put("footprint_g_per_km", "182.123456789");
    String csv = Forms.csv(Forms.gasoline(), Forms.bev(), chinese);

    Reading workbook =
        Forms.read(Forms.workbook(Forms.gasoline(), Forms.bev(), chinese), Format.XLSX);

    assertThat(workbook.faults()).isEmpty();
    assertThat(workbook.rows()).hasSize(3).isEqualTo(Forms.read(csv).rows());
  }

  @Test
  void tellsTheFaultsThatTheCsvHas() {
    Map<String, String> faulty = Forms.with(Forms.gasoline(), "curb_mass_kg", "heavy");
    faulty.put("model_name", "=1+1");
    faulty.put("segment", "");
    faulty.put("battery_kwh", "60");

    Reading workbook =
        Forms.read(Forms.workbook(Forms.gasoline(), faulty, Forms.bev()), Format.XLSX);

    assertThat(workbook.faults())
        .hasSize(4)
        .isEqualTo(Forms.read(Forms.csv(Forms.gasoline(), faulty, Forms.bev())).faults());
  }

  @Test
  void readsNumbersAsTheyWereTyped() {
    byte[] workbook =
        Forms.workbook(
            sheet -> {
              Forms.header(sheet);
              Forms.row(sheet, 1, Forms.gasoline());
              sheet.value(1, MASS, 1288);
              sheet.value(1, FUEL, 5.94);
              sheet.value(1, PRICE, 99900.5);
              sheet.value(1, Forms.index("model_code"), 4711);
              sheet.value(1, Forms.index("footprint_g_per_km"), 0.1 + 0.2 + 200);
            });

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.faults()).isEmpty();
    VehicleRow row = reading.rows().get(0);
    assertThat(row.modelCode()).isEqualTo("4711");
    assertThat(row.footprintGramsPerKm()).isEqualByComparingTo("200.3");
    assertThat(row.vehicle().curbMassKg()).isEqualByComparingTo("1288");
    assertThat(row.vehicle().fuelLPer100Km()).isEqualTo("5.94");
    assertThat(row.vehicle().priceCny()).isEqualByComparingTo("99900.5");
  }

  /** Row 2 twice: what is said of a row, and taken of it, is told and taken by its number. */
  @Test
  void refusesRowsThatAreNotInTheirOrder() {
    Map<String, String> second = Forms.with(Forms.gasoline(), "model_code", "E-2");
    Map<String, Part> parts =
        Workbooks.parts(
            Workbooks.cells(2, Forms.gasoline())
                + "</row><row r=\"2\">"
                + Workbooks.cells(2, second));

    assertThatThrownBy(() -> Forms.read(Workbooks.zip(parts), Format.XLSX))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            refusal ->
                assertThat(refusal.faults())
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.code()).isEqualTo("malformed-spreadsheet");
                          assertThat(fault.row()).isEqualTo(2);
                          assertThat(fault.message()).isEqualTo("row 2 comes after row 2");
                        }));
  }

  @Test
  void readsADateForAMonth() {
    byte[] workbook =
        Forms.workbook(
            sheet -> {
              Forms.header(sheet);
              for (int row = 1; row <= 2; row++) {
                Forms.row(sheet, row, Forms.gasoline());
                sheet.value(row, MONTH, LocalDate.of(2023, 10 + row, 30));
                sheet.style(row, MONTH).format(row == 1 ? "yyyy-MM-dd" : "mmm-yy").set();
              }
            });

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows())
        .extracting(row -> row.vehicle().launchMonth())
        .containsExactly("2023-11", "2023-12");
  }

  /** 45413 is 1 May 2024. Formats below 164 are known by their numbers and not written down. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14  |",
        "17  |",
        "27  |",
        "31  |",
        "57  |",
        "58  |",
        "164 | yyyy\"年\"m\"月\";@",
        "164 | [$-804]yyyy\"年\"m\"月\"",
        "164 | mmm\\-yy",
        "164 | d. m."
      })
  void knowsTheFormatsOfDates(int id, String format) {
    byte[] workbook = withFormat(id, format, MONTH, "45413");

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows().get(0).vehicle().launchMonth()).isEqualTo("2024-05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0   |",
        "4   |",
        "164 | \"CNY\" #,##0.00",
        "164 | [$CNY] #,##0.00",
        "164 | [Yellow]#,##0",
        "164 | #,##0.00\\y",
        "164 | #,##0_d",
        "164 | General\" Yuan\""
      })
  void takesNoOtherFormatForADate(int id, String format) {
    byte[] workbook = withFormat(id, format, PRICE, "45413");

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows().get(0).vehicle().priceCny()).isEqualByComparingTo("45413");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+300", "-1E+10", "99999999999999999999"})
  void tellsADateThatIsNone(String number) {
    byte[] workbook = withFormat(14, null, MONTH, number);

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.told()).containsExactly("2 launch_month not-a-month");
  }

  @Test
  void tellsANumberThatIsNoMonth() {
    byte[] workbook = withFormat(0, null, MONTH, "45413");

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.told()).containsExactly("2 launch_month not-a-month");
  }

  @Test
  void tellsEveryFormulaAndNothingElseOfItsCell() {
    byte[] workbook =
        Forms.workbook(
            sheet -> {
              Forms.header(sheet);
              Forms.row(sheet, 1, Forms.gasoline());
              sheet.formula(1, MASS, "1200+88");
              sheet.formula(1, NAME, "A1+B1");
              sheet.formula(1, 25, "1+1");
            });

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.told())
        .containsExactlyInAnyOrder(
            "2 null extra-cells",
            "2 model_name formula-cell",
            "2 curb_mass_kg formula-cell",
            "2 null formula-cell");
    assertThat(reading.faults())
        .filteredOn(fault -> "curb_mass_kg".equals(fault.column()))
        .extracting(RowFault::value)
        .containsExactly("=1200+88");
  }

  @Test
  void countsRowsAsTheSheetDoes() {
    byte[] workbook =
        Forms.workbook(
            sheet -> {
              Forms.header(sheet);
              Forms.row(sheet, 6, Forms.with(Forms.gasoline(), "segment", "Z"));
            });

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.told()).containsExactly("7 segment unknown-value");
  }

  @Test
  void overlooksEmptyCellsBehindTheLastName() {
    byte[] workbook =
        Forms.workbook(
            sheet -> {
              Forms.header(sheet);
              sheet.value(0, Forms.HEADER.size(), "");
              sheet.style(0, Forms.HEADER.size() + 1).bold().set();
              Forms.row(sheet, 1, Forms.gasoline());
            });

    Reading reading = Forms.read(workbook, Format.XLSX);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).hasSize(1);
  }

  @Test
  void takesAShorterRowForOneWithEmptyCells() {
    Map<String, String> row = Forms.with(Forms.gasoline(), "on_sale", "");
    row.put("launch_month", "");

    Reading reading = Forms.read(Forms.workbook(row), Format.XLSX);

    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void readsOnlyTheFirstSheet() throws java.io.IOException {
    java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
    try (org.dhatim.fastexcel.Workbook workbook =
        new org.dhatim.fastexcel.Workbook(file, "Test", "1.0")) {
      org.dhatim.fastexcel.Worksheet first = workbook.newWorksheet("models");
      Forms.header(first);
      Forms.row(first, 1, Forms.gasoline());
      workbook.newWorksheet("notes").value(0, 0, "whatever");
    }

    Reading reading = Forms.read(file.toByteArray(), Format.XLSX);

    assertThat(reading.rows()).isEqualTo(Forms.read(Forms.csv(Forms.gasoline())).rows());
  }

  @Test
  void refusesARowOfMoreThan100Cells() {
    byte[] workbook =
        Forms.workbook(
            sheet -> {
              Forms.header(sheet);
              sheet.value(3, 100, "far");
            });

    InvalidFormException refusal = refusal(workbook);

    assertThat(refusal.faults()).extracting(RowFault::code).containsExactly("too-many-cells");
    assertThat(refusal).hasMessageStartingWith("row 4 ");
  }

  @Test
  void refusesAnotherKindOfFile() {
    InvalidFormException refusal =
        refusal(Forms.csv(Forms.gasoline()).getBytes(StandardCharsets.UTF_8));

    assertThat(refusal.faults())
        .extracting(RowFault::code)
        .containsExactly("malformed-spreadsheet");
  }

  private static byte[] withFormat(int id, String format, int column, String number) {
    Map<String, Part> parts =
        Workbooks.parts(
            Workbooks.cells(2, Forms.with(Forms.gasoline(), Forms.HEADER.get(column), ""))
                + "<c r=\""
                + (char) ('A' + column)
                + "2\" s=\"0\"><v>"
                + number
                + "</v></c>");
    parts.put(Workbooks.STYLES, Workbooks.styles(format == null ? List.of() : List.of(format), id));
    return Workbooks.zip(parts);
  }

  private static InvalidFormException refusal(byte[] workbook) {
    return catchThrowableOfType(
        InvalidFormException.class, () -> Forms.read(workbook, Format.XLSX));
  }
}
