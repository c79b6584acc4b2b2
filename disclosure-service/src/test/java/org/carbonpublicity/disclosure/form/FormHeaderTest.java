package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormHeaderTest {

  private static final List<String> ALWAYS_NEEDED =
      List.of(
          "enterprise",
          "brand",
          "series",
          "model_code",
          "model_name",
          "powertrain",
          "body_type",
          "segment");

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", " , ,\n\n"})
  void refusesAFileWithoutRows(String csv) {
    InvalidFormException refusal = refusal(csv);

    assertThat(codes(refusal)).containsExactly("1 null empty-form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\n\n , ,\n"})
  void refusesAFileOfAHeaderAlone(String rest) {
    InvalidFormException refusal = refusal(String.join(",", Forms.HEADER) + rest);

    assertThat(codes(refusal)).containsExactly("1 null empty-form");
  }

  @Test
  void refusesAWorkbookWithoutRows() {
    byte[] workbook = Forms.workbook(sheet -> {});

    InvalidFormException refusal =
        catchThrowableOfType(InvalidFormException.class, () -> Forms.read(workbook, Format.XLSX));

    assertThat(codes(refusal)).containsExactly("1 null empty-form");
  }

  @Test
  void tellsAllThatIsWrongWithTheHeader() {
    InvalidFormException refusal =
        refusal("brand,colour,brand,series,model_code,model_name,powertrain,body_type\n");

    assertThat(codes(refusal))
        .containsExactlyInAnyOrder(
            "1 colour unknown-column",
            "1 brand duplicate-column",
            "1 enterprise missing-column",
            "1 segment missing-column");
  }

  @Test
  void namesAColumnWithoutANameByItsLetters() {
    InvalidFormException refusal = refusal(String.join(",", Forms.HEADER) + ", ,,,,,,,,,colour\n");

    assertThat(codes(refusal))
        .startsWith("1 T unknown-column", "1 U unknown-column")
        .endsWith("1 AB unknown-column", "1 colour unknown-column");
  }

  @Test
  void takesTwoNamesOfOneColumnForADuplicate() {
    InvalidFormException refusal = refusal(String.join(",", Forms.HEADER) + ",品牌\n");

    assertThat(codes(refusal)).containsExactly("1 brand duplicate-column");
  }

  @Test
  void needsTheColumnsThatEveryRowNeeds() {
    InvalidFormException refusal = refusal("on_sale\n");

    assertThat(codes(refusal))
        .containsExactlyInAnyOrderElementsOf(
            ALWAYS_NEEDED.stream().map(column -> "1 " + column + " missing-column").toList());
  }

  @Test
  void needsNoOtherColumn() {
    Map<String, String> row = Forms.with(Forms.gasoline(), "model_code", "E-9");

    Reading reading = Forms.read(Forms.csv(ALWAYS_NEEDED, row));

    assertThat(reading.told())
        .containsExactlyInAnyOrder(
            "2 curb_mass_kg missing-value", "2 fuel_l_per_100km missing-value");
    assertThat(reading.rows())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.vehicle()).isNull();
              assertThat(read.modelCode()).isEqualTo("E-9");
            });
  }

  @Test
  void missesWhatAVehicleNeedsRowByRow() {
    List<String> header = new ArrayList<>(ALWAYS_NEEDED);
    header.addAll(List.of("curb_mass_kg", "fuel_l_per_100km"));

    Reading reading = Forms.read(Forms.csv(header, Forms.gasoline(), Forms.bev()));

    assertThat(reading.told())
        .containsExactlyInAnyOrder(
            "3 electricity_kwh_per_100km missing-value", "3 battery_kwh missing-value");
    assertThat(reading.faults()).allSatisfy(fault -> assertThat(fault.value()).isNull());
    assertThat(reading.rows().get(0).vehicle()).isNotNull();
  }

  @Test
  void refusesAColumnThatTheKindOfFormMustNotHave() {
    byte[] form = Forms.csv(Forms.gasoline()).getBytes(StandardCharsets.UTF_8);

    InvalidFormException refusal =
        catchThrowableOfType(
            InvalidFormException.class,
            () ->
                Forms.read(
                    new ByteArrayInputStream(form),
                    Format.CSV,
                    EnumSet.of(Column.FOOTPRINT_G_PER_KM)));

    assertThat(codes(refusal)).containsExactly("1 footprint_g_per_km refused-column");
  }

  @Test
  void takesColumnsInAnyOrder() {
    List<String> reversed = new ArrayList<>(Forms.HEADER);
    Collections.reverse(reversed);

    Reading reading = Forms.read(Forms.csv(reversed, Forms.bev()));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).isEqualTo(Forms.read(Forms.csv(Forms.bev())).rows());
  }

  @ParameterizedTest
  @EnumSource(Column.class)
  void knowsEveryColumnByItsEnglishName(Column column) {
    String upper = " " + column.header().toUpperCase(Locale.ROOT) + " ";

    assertThat(Column.named(column.header())).contains(column);
    assertThat(Column.named(upper)).contains(column);
  }

  @Test
  void knowsChineseNamesInEveryWidth() {
    String header =
        "企业名称,集团,品牌,国别系,车系,车型编码,车型名称,动力类型,车身类型,级别,整备质量（kg）,"
            + "油耗 (L/100km),电耗（ｋＷｈ／１００ｋｍ）,电池容量(kWh),电池类型,价格(元),上市月份,在售,碳足迹(gCO2e/km)";

    Reading reading =
        Forms.read(Forms.csv(Forms.bev()).replace(String.join(",", Forms.HEADER), header));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).isEqualTo(Forms.read(Forms.csv(Forms.bev())).rows());
  }

  @Test
  void overlooksEmptyCellsBehindTheLastName() {
    String csv = Forms.csv(Forms.gasoline()).replace("\n", ",,\n");

    Reading reading = Forms.read(csv);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).hasSize(1);
  }

  @Test
  void refusesAnEmptyNameBetweenOthers() {
    InvalidFormException refusal = refusal("," + String.join(",", Forms.HEADER) + "\n");

    assertThat(codes(refusal)).containsExactly("1 A unknown-column");
  }

  private static InvalidFormException refusal(String csv) {
    return catchThrowableOfType(InvalidFormException.class, () -> Forms.read(csv));
  }

  private static List<String> codes(InvalidFormException refusal) {
    return refusal.faults().stream()
        .map(fault -> fault.row() + " " + fault.column() + " " + fault.code())
        .toList();
  }
}
