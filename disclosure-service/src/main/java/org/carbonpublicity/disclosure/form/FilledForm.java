package org.carbonpublicity.disclosure.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.BodyType;
import org.carbonpublicity.disclosure.model.CountryStyle;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Segment;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The form an automaker gets: its own models with what is known of them, ready to be corrected, and
 * to be sent as it is. A spreadsheet offers the values of enumerations and locks what identifies a
 * row; it has no password, since the lock keeps from slips and not from anybody.
 */
public final class FilledForm {

  private static final Map<Column, Function<KnownRevision, @Nullable Object>> CELLS =
      new EnumMap<>(Column.class);

  static {
    CELLS.put(Column.ENTERPRISE, KnownRevision::enterprise);
    CELLS.put(Column.GROUP, KnownRevision::group);
    CELLS.put(Column.BRAND, KnownRevision::brand);
    CELLS.put(Column.COUNTRY_STYLE, KnownRevision::countryStyle);
    CELLS.put(Column.SERIES, KnownRevision::series);
    CELLS.put(Column.MODEL_CODE, KnownRevision::modelCode);
    CELLS.put(Column.MODEL_NAME, KnownRevision::modelName);
    CELLS.put(Column.POWERTRAIN, KnownRevision::powertrain);
    CELLS.put(Column.BODY_TYPE, KnownRevision::bodyType);
    CELLS.put(Column.SEGMENT, KnownRevision::segment);
    CELLS.put(Column.CURB_MASS_KG, KnownRevision::curbMassKg);
    CELLS.put(Column.FUEL_L_PER_100KM, KnownRevision::fuelLPer100Km);
    CELLS.put(Column.ELECTRICITY_KWH_PER_100KM, KnownRevision::electricityKwhPer100Km);
    CELLS.put(Column.BATTERY_KWH, KnownRevision::batteryKwh);
    CELLS.put(Column.BATTERY_CHEMISTRY, KnownRevision::batteryChemistry);
    CELLS.put(Column.PRICE_CNY, KnownRevision::priceCny);
    CELLS.put(Column.LAUNCH_MONTH, KnownRevision::launchMonth);
    CELLS.put(Column.ON_SALE, model -> model.onSale() ? "Y" : "N");
    CELLS.put(Column.REMARK, model -> null);
    CELLS.put(Column.COMMENT, model -> null);
    CELLS.put(Column.TEMPLATE_VERSION, model -> VehicleForm.TEMPLATE_VERSION);
  }

  private static final List<Column> COLUMNS = List.copyOf(CELLS.keySet());

  /** They identify a row, and the template. */
  private static final Set<Column> LOCKED =
      Set.of(Column.ENTERPRISE, Column.MODEL_CODE, Column.TEMPLATE_VERSION);

  private FilledForm() {}

  /** The form as a file that can be uploaded again as it is. */
  public static byte[] write(
      List<KnownRevision> models, VehicleForm.Format format, Language language) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      if (format == VehicleForm.Format.CSV) {
        csv(models, language, file);
      } else {
        xlsx(models, language, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static @Nullable Object cell(KnownRevision model, Column column) {
    Function<KnownRevision, @Nullable Object> cell = CELLS.get(column);
    return cell == null ? null : cell.apply(model);
  }

  private static void csv(List<KnownRevision> models, Language language, ByteArrayOutputStream file)
      throws IOException {
    // The mark tells spreadsheet programs that the names are UTF-8.
    file.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    try (CsvWriter csv =
        CsvWriter.builder().build(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
      // The English names are those that programs know, which have the units in them as well.
      csv.writeRecord(
          COLUMNS.stream()
              .map(c -> language == Language.ZH ? c.title(language) : c.header())
              .toList());
      for (KnownRevision model : models) {
        csv.writeRecord(COLUMNS.stream().map(column -> text(cell(model, column))).toList());
      }
    }
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static void xlsx(
      List<KnownRevision> models, Language language, ByteArrayOutputStream file)
      throws IOException {
    try (Workbook workbook = new Workbook(file, "CarbonPublicity", "1.0")) {
      workbook.properties().setTextProperty("TemplateVersion", VehicleForm.TEMPLATE_VERSION);
      Worksheet sheet = workbook.newWorksheet(language == Language.ZH ? "车型" : "models");
      Worksheet lists = workbook.newWorksheet("lists");
      lists.setVisibilityState(VisibilityState.HIDDEN);
      for (int c = 0; c < COLUMNS.size(); c++) {
        Column column = COLUMNS.get(c);
        sheet.value(0, c, column.title(language));
        sheet.width(c, column == Column.COMMENT ? 40 : 16);
        for (int r = 0; r < models.size(); r++) {
          write(sheet, r + 1, c, cell(models.get(r), column));
        }
        if (!models.isEmpty()) {
          offer(sheet, lists, c, models.size(), choices(column, language));
          if (!LOCKED.contains(column)) {
            sheet
                .range(1, c, models.size(), c)
                .style()
                .protectionOption(ProtectionOption.LOCKED, false)
                .set();
          }
        }
      }
      sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().wrapText(true).set();
      sheet.freezePane(0, 1);
      sheet.protect("");
    }
  }

  private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
    if (value instanceof BigDecimal number) {
      sheet.value(row, column, number);
    } else if (value != null) {
      sheet.value(row, column, value.toString());
    }
  }

  /** Lets cells of a column be chosen from a list on the second sheet. */
  private static void offer(
      Worksheet sheet, Worksheet lists, int column, int rows, List<String> choices) {
    if (choices.isEmpty()) {
      return;
    }
    for (int i = 0; i < choices.size(); i++) {
      lists.value(i, column, choices.get(i));
    }
    sheet
        .range(1, column, rows, column)
        .validateWithList(lists.range(0, column, choices.size() - 1, column))
        .allowBlank(true)
        .showErrorMessage(true);
  }

  private static List<String> choices(Column column, Language language) {
    return switch (column) {
      case COUNTRY_STYLE -> names(CountryStyle.values());
      case POWERTRAIN -> names(Powertrain.values());
      case BODY_TYPE -> names(BodyType.values());
      case SEGMENT -> names(Segment.values());
      case BATTERY_CHEMISTRY -> names(BatteryChemistry.values());
      case ON_SALE -> List.of("Y", "N");
      case REMARK -> Arrays.stream(Remark.values()).map(remark -> remark.title(language)).toList();
      default -> List.of();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
