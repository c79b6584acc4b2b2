package org.carbonpublicity.disclosure.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The form an automaker gets: its own models with what is known of them, ready to be corrected. */
public final class FilledForm {

  private static final List<String> HEADER =
      List.of(
          "enterprise",
          "group",
          "brand",
          "country_style",
          "series",
          "model_code",
          "model_name",
          "powertrain",
          "body_type",
          "segment",
          "curb_mass_kg",
          "fuel_l_per_100km",
          "electricity_kwh_per_100km",
          "battery_kwh",
          "battery_chemistry",
          "price_cny",
          "launch_month",
          "on_sale");

  private FilledForm() {}

  /** The form as a file that can be uploaded again as it is. */
  public static byte[] write(List<KnownRevision> models, VehicleForm.Format format) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    models.forEach(model -> rows.add(cells(model)));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      if (format == VehicleForm.Format.CSV) {
        csv(rows, file);
      } else {
        xlsx(rows, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static List<String> cells(KnownRevision model) {
    return List.of(
        model.enterprise(),
        text(model.group()),
        model.brand(),
        model.countryStyle(),
        model.series(),
        model.modelCode(),
        model.modelName(),
        model.powertrain(),
        model.bodyType(),
        model.segment(),
        text(model.curbMassKg()),
        text(model.fuelLPer100Km()),
        text(model.electricityKwhPer100Km()),
        text(model.batteryKwh()),
        text(model.batteryChemistry()),
        text(model.priceCny()),
        text(model.launchMonth()),
        model.onSale() ? "Y" : "N");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static void csv(List<List<String>> rows, ByteArrayOutputStream file) throws IOException {
    // The mark tells spreadsheet programs that the names are UTF-8.
    file.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    try (CsvWriter csv =
        CsvWriter.builder().build(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
      rows.forEach(csv::writeRecord);
    }
  }

  private static void xlsx(List<List<String>> rows, ByteArrayOutputStream file) throws IOException {
    try (Workbook workbook = new Workbook(file, "CarbonPublicity", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("models");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < HEADER.size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
    }
  }
}
