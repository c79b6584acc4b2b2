package org.carbonpublicity.disclosure.form;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.form.FormRows.Cells;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.BodyType;
import org.carbonpublicity.disclosure.model.CountryStyle;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Powertrain.Traction;
import org.carbonpublicity.disclosure.model.Range;
import org.carbonpublicity.disclosure.model.Segment;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.jspecify.annotations.Nullable;

/** Makes vehicle information of cells; every rule that a row breaks is told. */
final class RowParser {

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_COMMENT = 1_000;

  private final int[] positions = new int[Column.values().length];
  private final CellParser cells;
  private final boolean answers;
  private @Nullable String templateVersion;

  /**
   * @param answers true when rows answer to what is known, so that a value may be left out
   */
  RowParser(Map<Column, Integer> header, FaultLog faults, boolean answers) {
    this.answers = answers;
    Arrays.fill(positions, -1);
    header.forEach((column, index) -> positions[column.ordinal()] = index);
    this.cells = new CellParser(faults);
  }

  VehicleRow parse(Cells row) {
    cells.start(row, positions);
    String enterprise = cells.text(Column.ENTERPRISE, true, LONGEST_TEXT);
    String group = cells.text(Column.GROUP, false, LONGEST_TEXT);
    String brand = cells.text(Column.BRAND, true, LONGEST_TEXT);
    CountryStyle style = cells.oneOf(Column.COUNTRY_STYLE, CountryStyle.class, false);
    String series = cells.text(Column.SERIES, true, LONGEST_TEXT);
    String modelCode = cells.text(Column.MODEL_CODE, true, LONGEST_TEXT);
    if (modelCode != null && !isCode(modelCode)) {
      cells.fault(
          Column.MODEL_CODE,
          "invalid-code",
          "letters, digits, dots, dashes and underscores, at most 64, a letter or digit first");
      modelCode = null;
    }
    String modelName = cells.text(Column.MODEL_NAME, true, LONGEST_TEXT);
    Powertrain powertrain = cells.oneOf(Column.POWERTRAIN, Powertrain.class, true);
    BodyType bodyType = cells.oneOf(Column.BODY_TYPE, BodyType.class, true);
    Segment segment = cells.oneOf(Column.SEGMENT, Segment.class, true);
    BigDecimal footprint =
        cells.number(Column.FOOTPRINT_G_PER_KM, Presence.OPTIONAL, Range.FOOTPRINT);
    // A footprint accounted elsewhere is published without a mass, and stays unrated for it.
    boolean accounted = !cells.isEmpty(Column.FOOTPRINT_G_PER_KM);
    BigDecimal mass =
        cells.number(
            Column.CURB_MASS_KG,
            accounted || answers ? Presence.OPTIONAL : Presence.REQUIRED,
            Range.CURB_MASS);
    BigDecimal fuel =
        cells.number(
            Column.FUEL_L_PER_100KM,
            presence(powertrain, powertrain != null && powertrain.burnsFuel()),
            Range.FUEL);
    BigDecimal electricity =
        cells.number(
            Column.ELECTRICITY_KWH_PER_100KM,
            presence(powertrain, powertrain != null && powertrain.charges()),
            Range.ELECTRICITY);
    BigDecimal battery = cells.number(Column.BATTERY_KWH, battery(powertrain), Range.BATTERY);
    BatteryChemistry chemistry =
        cells.oneOf(Column.BATTERY_CHEMISTRY, BatteryChemistry.class, false);
    if (chemistry != null && powertrain != null && powertrain.traction() == Traction.NONE) {
      cells.fault(
          Column.BATTERY_CHEMISTRY,
          "not-applicable",
          "a vehicle of this powertrain has no traction battery: leave it empty");
    }
    BigDecimal price = cells.number(Column.PRICE_CNY, Presence.OPTIONAL, Range.PRICE);
    String month = cells.month(Column.LAUNCH_MONTH);
    boolean onSale = cells.flag(Column.ON_SALE, true);
    Remark remark = remark();
    String comment = cells.text(Column.COMMENT, false, LONGEST_COMMENT);
    checkTemplate();
    if (!cells.clean()
        || enterprise == null
        || brand == null
        || series == null
        || modelCode == null
        || modelName == null
        || powertrain == null
        || bodyType == null
        || segment == null) {
      return new VehicleRow(row.number(), modelCode, enterprise, null, null);
    }
    return new VehicleRow(
        row.number(),
        modelCode,
        enterprise,
        new VehicleInformation(
            enterprise,
            group,
            brand,
            style == null ? CountryStyle.UNSPECIFIED : style,
            series,
            modelCode,
            modelName,
            powertrain,
            bodyType,
            segment,
            mass,
            fuel,
            electricity,
            battery,
            chemistry,
            price,
            month,
            onSale),
        footprint,
        remark,
        comment);
  }

  /** The version that the form states of its template; null when it states none. */
  @Nullable String templateVersion() {
    return templateVersion;
  }

  private @Nullable Remark remark() {
    String text = cells.text(Column.REMARK, false, LONGEST_TEXT);
    if (text == null) {
      return null;
    }
    Remark remark = Remark.named(text).orElse(null);
    if (remark == null) {
      cells.fault(Column.REMARK, "unknown-value", "one of " + Arrays.toString(Remark.values()));
    }
    return remark;
  }

  private void checkTemplate() {
    String version = cells.text(Column.TEMPLATE_VERSION, false, LONGEST_TEXT);
    if (version == null) {
      return;
    }
    if (!version.equals(VehicleForm.TEMPLATE_VERSION)) {
      cells.fault(
          Column.TEMPLATE_VERSION, "unknown-template", "download the form again and fill that in");
    } else if (templateVersion == null) {
      templateVersion = version;
    }
  }

  /** Plain codes, nearly all, are seen without the pattern. */
  private static boolean isCode(String code) {
    if (code.length() > 64) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean alphanumeric =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!alphanumeric && (i == 0 || c != '-')) {
        return CODE.matcher(code).matches();
      }
    }
    return true;
  }

  private Presence presence(@Nullable Powertrain powertrain, boolean applies) {
    if (powertrain == null) {
      return Presence.OPTIONAL;
    }
    return applies ? needed() : Presence.REFUSED;
  }

  private Presence battery(@Nullable Powertrain powertrain) {
    if (powertrain == null || powertrain.traction() == Traction.POSSIBLE) {
      return Presence.OPTIONAL;
    }
    return powertrain.traction() == Traction.NONE ? Presence.REFUSED : needed();
  }

  /**
   * Of an answer it is seen later whether a value is missing: nothing is, where nothing differs.
   */
  private Presence needed() {
    return answers ? Presence.OPTIONAL : Presence.REQUIRED;
  }
}
