package org.carbonpublicity.disclosure.correction;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.disclosure.form.Column;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.jspecify.annotations.Nullable;

/**
 * Changed fields laid over what is published, as the rows of a form: so that a correction by fields
 * is held to exactly the rules of a file. Model {@code i} of the request stands in row {@code i +
 * 2}.
 */
public final class CorrectedFields {

  private static final int FIRST_ROW = 2;

  /** What is stated of a model; the other columns are of feedback. */
  private static final Set<Column> STATED =
      EnumSet.range(Column.ENTERPRISE, Column.FOOTPRINT_G_PER_KM);

  /** Fields of a request, by the column that they stand for. */
  private static final Map<Column, String> FIELDS = new EnumMap<>(Column.class);

  private static final Map<String, Column> COLUMNS = new LinkedHashMap<>();

  static {
    for (Column column : STATED) {
      FIELDS.put(column, camel(column.header()));
    }
    FIELDS.put(Column.FUEL_L_PER_100KM, "fuelLPer100Km");
    FIELDS.put(Column.ELECTRICITY_KWH_PER_100KM, "electricityKwhPer100Km");
    FIELDS.put(Column.FOOTPRINT_G_PER_KM, "footprintGramsPerKm");
    FIELDS.forEach((column, field) -> COLUMNS.put(field, column));
  }

  private final List<Map<Column, String>> rows = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();

  /**
   * Lays the fields of each model over its published revision; null takes a value away.
   *
   * @param published present revisions by model code
   */
  public CorrectedFields(List<Map<String, JsonNode>> models, Map<String, KnownRevision> published) {
    for (Map<String, JsonNode> model : models) {
      JsonNode code = model.get("modelCode");
      KnownRevision present =
          code == null || !code.isTextual() ? null : published.get(code.textValue());
      long row = rows.size() + (long) FIRST_ROW;
      if (present == null) {
        faults.add(
            code == null || !code.isTextual()
                ? new RowFault(row, "model_code", "missing-value", "a text is needed", null)
                : new RowFault(
                    row,
                    "model_code",
                    "unknown-model",
                    "no model of this code is published",
                    code.textValue()));
        rows.add(Map.of());
      } else {
        Map<Column, String> cells = cells(present);
        model.forEach((field, value) -> lay(row, field, value, cells));
        rows.add(cells);
      }
    }
  }

  /** Codes that a request names. */
  public static List<String> codes(List<Map<String, JsonNode>> models) {
    return models.stream()
        .map(model -> model.get("modelCode"))
        .filter(code -> code != null && code.isTextual() && code.textValue().indexOf('\0') < 0)
        .map(JsonNode::textValue)
        .toList();
  }

  /** The field of a request that a fault is about, such as {@code models[0].curbMassKg}. */
  public static String field(RowFault fault) {
    String name = fault.column();
    String model = "models[" + (fault.row() - FIRST_ROW) + "]";
    if (name == null) {
      return model;
    }
    return model
        + "."
        + Column.named(name)
            .flatMap(column -> Optional.ofNullable(FIELDS.get(column)))
            .orElse(camel(name));
  }

  public List<RowFault> faults() {
    return Collections.unmodifiableList(faults);
  }

  /** The rows as a CSV form. */
  public byte[] csv() {
    StringWriter text = new StringWriter();
    List<Column> header = List.copyOf(STATED);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header.stream().map(Column::header).toList());
      for (Map<Column, String> row : rows) {
        csv.writeRecord(header.stream().map(column -> row.getOrDefault(column, "")).toList());
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void lay(long row, String field, JsonNode value, Map<Column, String> cells) {
    Column column = COLUMNS.get(field);
    if (column == null) {
      faults.add(new RowFault(row, field, "unknown-field", "known are " + COLUMNS.keySet(), null));
    } else if (value.isNull()) {
      cells.put(column, "");
    } else if (value.isTextual()) {
      cells.put(column, value.textValue());
    } else if (value.isNumber()) {
      cells.put(column, plain(value.decimalValue()));
    } else if (value.isBoolean() && column == Column.ON_SALE) {
      cells.put(column, value.booleanValue() ? "Y" : "N");
    } else {
      faults.add(
          new RowFault(
              row, column.header(), "invalid", "a text or a number", value.getNodeType().name()));
    }
  }

  /** Digits as they are; what would be thousands of them is no measurement, and told as one. */
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
  }

  private static Map<Column, String> cells(KnownRevision model) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    put(cells, Column.ENTERPRISE, model.enterprise());
    put(cells, Column.GROUP, model.group());
    put(cells, Column.BRAND, model.brand());
    put(cells, Column.COUNTRY_STYLE, model.countryStyle());
    put(cells, Column.SERIES, model.series());
    put(cells, Column.MODEL_CODE, model.modelCode());
    put(cells, Column.MODEL_NAME, model.modelName());
    put(cells, Column.POWERTRAIN, model.powertrain());
    put(cells, Column.BODY_TYPE, model.bodyType());
    put(cells, Column.SEGMENT, model.segment());
    put(cells, Column.CURB_MASS_KG, model.curbMassKg());
    put(cells, Column.FUEL_L_PER_100KM, model.fuelLPer100Km());
    put(cells, Column.ELECTRICITY_KWH_PER_100KM, model.electricityKwhPer100Km());
    put(cells, Column.BATTERY_KWH, model.batteryKwh());
    put(cells, Column.BATTERY_CHEMISTRY, model.batteryChemistry());
    put(cells, Column.PRICE_CNY, model.priceCny());
    put(cells, Column.LAUNCH_MONTH, model.launchMonth());
    put(cells, Column.ON_SALE, model.onSale() ? "Y" : "N");
    if (model.origin().equals("IMPORTED")) {
      put(cells, Column.FOOTPRINT_G_PER_KM, model.footprintGramsPerKm());
    }
    return cells;
  }

  private static void put(Map<Column, String> cells, Column column, @Nullable Object value) {
    if (value != null) {
      cells.put(column, value instanceof BigDecimal number ? number.toPlainString() : "" + value);
    }
  }

  private static String camel(String header) {
    StringBuilder name = new StringBuilder();
    for (String part : header.split("_")) {
      name.append(
          name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return name.toString();
  }
}
