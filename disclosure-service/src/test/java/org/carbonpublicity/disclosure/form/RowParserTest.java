package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.BodyType;
import org.carbonpublicity.disclosure.model.CountryStyle;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Segment;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of rows, read from CSV. */
class RowParserTest {

  @Test
  void makesVehicleInformationOfARow() {
    Reading reading = Forms.read(Forms.csv(Forms.bev()));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows())
        .containsExactly(
            new VehicleRow(
                2,
                "E-2",
                "Beispiel Motors",
                new VehicleInformation(
                    "Beispiel Motors",
                    null,
                    "Beispiel",
                    CountryStyle.GERMAN,
                    "Eins",
                    "E-2",
                    "Eins 1.5T",
                    Powertrain.BEV,
                    BodyType.SEDAN,
                    Segment.A,
                    new BigDecimal("1901"),
                    null,
                    new BigDecimal("12.5"),
                    new BigDecimal("60"),
                    BatteryChemistry.LFP,
                    new BigDecimal("99900"),
                    "2024-05",
                    true),
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GASOLINE | enterprise                |         | missing-value",
        "GASOLINE | brand                     | -       | missing-value",
        "GASOLINE | model_code                | '   '   | missing-value",
        "GASOLINE | powertrain                |         | missing-value",
        "GASOLINE | segment                   | /       | missing-value",
        "GASOLINE | curb_mass_kg              |         | missing-value",
        "GASOLINE | fuel_l_per_100km          | ——      | missing-value",
        "BEV      | electricity_kwh_per_100km |         | missing-value",
        "BEV      | battery_kwh               |         | missing-value",
        "GASOLINE | curb_mass_kg              | heavy   | not-a-number",
        "GASOLINE | curb_mass_kg              | 1,288   | not-a-number",
        "GASOLINE | fuel_l_per_100km          | 5.      | not-a-number",
        "GASOLINE | fuel_l_per_100km          | .5      | not-a-number",
        "GASOLINE | fuel_l_per_100km          | 1.2.3   | not-a-number",
        "GASOLINE | fuel_l_per_100km          | -5      | not-a-number",
        "GASOLINE | fuel_l_per_100km          | 1e3     | not-a-number",
        "GASOLINE | fuel_l_per_100km          | ５      | not-a-number",
        "GASOLINE | curb_mass_kg              | 1288.1234 | too-many-decimals",
        "GASOLINE | price_cny                 | 99900.001 | too-many-decimals",
        "GASOLINE | curb_mass_kg              | 299.999 | out-of-range",
        "GASOLINE | curb_mass_kg              | 9000    | out-of-range",
        "GASOLINE | fuel_l_per_100km          | 0       | out-of-range",
        "GASOLINE | fuel_l_per_100km          | 300     | out-of-range",
        "GASOLINE | fuel_l_per_100km          | 60.1    | unit-slip",
        "GASOLINE | curb_mass_kg              | 1.288   | unit-slip",
        "BEV      | electricity_kwh_per_100km | 125     | unit-slip",
        "BEV      | battery_kwh               | 60000   | unit-slip",
        "BEV      | electricity_kwh_per_100km | 0.99    | out-of-range",
        "BEV      | battery_kwh               | 0.0001  | out-of-range",
        "GASOLINE | price_cny                 | 999     | out-of-range",
        "GASOLINE | footprint_g_per_km        | 5000.1  | out-of-range",
        "GASOLINE | curb_mass_kg              | 1000000000000000000000000000000000 | out-of-range",
        "GASOLINE | powertrain                | STEAM   | unknown-value",
        "GASOLINE | body_type                 | COUPE   | unknown-value",
        "GASOLINE | segment                   | E       | unknown-value",
        "GASOLINE | country_style             | MARTIAN | unknown-value",
        "GASOLINE | on_sale                   | yes     | unknown-value",
        "BEV      | battery_chemistry         | GEL     | unknown-value",
        "GASOLINE | electricity_kwh_per_100km | 12.5    | not-applicable",
        "GASOLINE | battery_kwh               | 1.5     | not-applicable",
        "GASOLINE | battery_chemistry         | NIMH    | not-applicable",
        "BEV      | fuel_l_per_100km          | 5.94    | not-applicable",
        "GASOLINE | model_code                | E 1     | invalid-code",
        "GASOLINE | model_code                | .E1     | invalid-code",
        "GASOLINE | model_code                | E/1     | invalid-code",
        "GASOLINE | launch_month              | 2024-13 | not-a-month",
        "GASOLINE | launch_month              | 2024-5  | not-a-month",
        "GASOLINE | launch_month              | 05/2024 | not-a-month",
        "GASOLINE | model_name                | =1+1    | formula-in-text",
        "GASOLINE | model_name                | +86     | formula-in-text",
        "GASOLINE | model_name                | -5%     | formula-in-text",
        "GASOLINE | group                     | @SUM(A1) | formula-in-text"
      })
  void tellsTheOneThingThatIsWrongWithARow(
      String powertrain, String column, String value, String code) {
    Map<String, String> row = powertrain.equals("BEV") ? Forms.bev() : Forms.gasoline();

    Reading reading = Forms.read(Forms.csv(Forms.with(row, column, value == null ? "" : value)));

    assertThat(reading.told()).containsExactly("2 " + column + " " + code);
    assertThat(reading.faultsTotal()).isEqualTo(1);
    assertThat(reading.rows())
        .singleElement()
        .satisfies(read -> assertThat(read.vehicle()).isNull());
  }

  @ParameterizedTest
  @CsvSource({"model_name, 201", "brand, 201", "enterprise, 201", "group, 201"})
  void tellsATextThatIsTooLong(String column, int length) {
    Map<String, String> row = Forms.with(Forms.gasoline(), column, "长".repeat(length));

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.told()).containsExactly("2 " + column + " too-long");
    assertThat(reading.faults().get(0).value()).isEqualTo("长".repeat(100) + "…");
  }

  @Test
  void tellsACodeOfMoreThan64Characters() {
    Map<String, String> row = Forms.with(Forms.gasoline(), "model_code", "E".repeat(65));

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.told()).containsExactly("2 model_code invalid-code");
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"Se\0al", "Se\u001Bal", "Se\tal", "Se\nal", "Se\u0085al", "Se\u2028al"})
  void tellsAControlCharacter(String name) {
    Map<String, String> row = Forms.with(Forms.gasoline(), "model_name", name);

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.told()).containsExactly("2 model_name control-character");
  }

  @Test
  void showsAControlCharacterAsWhatItIsNot() {
    Map<String, String> row = Forms.with(Forms.gasoline(), "model_name", "Se\0al");

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.faults().get(0).value()).isEqualTo("Se\uFFFDal");
  }

  @Test
  void tellsEveryFaultOfARow() {
    Map<String, String> row = Forms.with(Forms.gasoline(), "model_name", "");
    row.put("segment", "Z");
    row.put("curb_mass_kg", "1");
    row.put("battery_kwh", "60");

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.told())
        .containsExactlyInAnyOrder(
            "2 model_name missing-value",
            "2 segment unknown-value",
            "2 curb_mass_kg unit-slip",
            "2 battery_kwh not-applicable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group",
        "country_style",
        "electricity_kwh_per_100km",
        "battery_kwh",
        "battery_chemistry",
        "price_cny",
        "launch_month",
        "on_sale",
        "footprint_g_per_km"
      })
  void takesADashForNoValue(String column) {
    for (String dash : List.of("-", "–", "—", "——", "/", "--", "\u00A0-\u3000")) {
      Map<String, String> row = Forms.with(Forms.gasoline(), column, dash);

      Reading reading = Forms.read(Forms.csv(row));

      assertThat(reading.rows())
          .as(dash)
          .isEqualTo(Forms.read(Forms.csv(Forms.with(row, column, ""))).rows());
      assertThat(reading.faults()).as(dash).isEmpty();
    }
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"\u00A0", "\u3000", "\u200B", "\uFEFF", "\u2007\u202F"})
  void takesWhatNobodySeesForNoValue(String blank) {
    Map<String, String> row = Forms.with(Forms.gasoline(), "enterprise", blank);

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.told()).containsExactly("2 enterprise missing-value");
  }

  @Test
  void needsNoMassWhereAFootprintIsGiven() {
    Map<String, String> row = Forms.with(Forms.gasoline(), "curb_mass_kg", "");
    row.put("footprint_g_per_km", "251.123456789012");

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.footprintGramsPerKm()).isEqualTo("251.123456789012");
              assertThat(read.vehicle().curbMassKg()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource({"1.5, NIMH", "1.5, ", ", NIMH", ", "})
  void leavesAnHevItsBatteryOpen(String battery, String chemistry) {
    Map<String, String> row = Forms.with(Forms.gasoline(), "powertrain", "HEV");
    row.put("battery_kwh", battery == null ? "" : battery);
    row.put("battery_chemistry", chemistry == null ? "" : chemistry);

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void needsFuelAndElectricityOfAPhev() {
    Map<String, String> row = Forms.with(Forms.bev(), "powertrain", "PHEV");

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.told()).containsExactly("2 fuel_l_per_100km missing-value");
  }

  @Test
  void asksForNothingThatHangsOnAnUnknownPowertrain() {
    Map<String, String> row = Forms.with(Forms.bev(), "powertrain", "FUSION");
    row.put("fuel_l_per_100km", "5.94");

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.told()).containsExactly("2 powertrain unknown-value");
  }

  @ParameterizedTest
  @CsvSource({"Y, true", "y, true", "N, false", "n, false", "'', true"})
  void readsWhetherItIsOnSale(String written, boolean onSale) {
    Reading reading = Forms.read(Forms.csv(Forms.with(Forms.gasoline(), "on_sale", written)));

    assertThat(reading.rows().get(0).vehicle().onSale()).isEqualTo(onSale);
  }

  @Test
  void takesEnglishValuesInAnyCase() {
    Map<String, String> row = Forms.with(Forms.bev(), "powertrain", "bev");
    row.put("battery_chemistry", "Lfp");

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.rows()).isEqualTo(Forms.read(Forms.csv(Forms.bev())).rows());
  }

  @Test
  void takesChineseCodesAndNamesBeyondTheFirstPlane() {
    Map<String, String> row = Forms.with(Forms.gasoline(), "model_code", "考拉S_2024.款-1");
    row.put("model_name", "𠮷利 🚗");

    Reading reading = Forms.read(Forms.csv(row));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows().get(0).vehicle().modelName()).isEqualTo("𠮷利 🚗");
  }

  @Test
  void leavesAStyleThatIsNotStatedOpen() {
    Reading reading = Forms.read(Forms.csv(Forms.with(Forms.gasoline(), "country_style", "")));

    assertThat(reading.rows().get(0).vehicle().countryStyle()).isEqualTo(CountryStyle.UNSPECIFIED);
  }
}
