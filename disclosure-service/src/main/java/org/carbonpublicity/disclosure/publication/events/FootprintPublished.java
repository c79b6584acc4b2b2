package org.carbonpublicity.disclosure.publication.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonpublicity.messaging.OutboxBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code footprint-published.v1}, one event per row of a result set, straight into the
 * outbox: a million of them pass here, so that nothing is made that is thrown away at once.
 */
public final class FootprintPublished {

  public static final String TYPE = "footprint-published.v1";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final Buffer buffer = new Buffer();
  private final int publication;

  public FootprintPublished(int publication) {
    this.publication = publication;
  }

  /** Appends the event of the row; its columns are those of {@code footprint_revision}. */
  public void append(
      OutboxBatch batch, ResultSet row, String enterpriseName, @Nullable String group)
      throws SQLException {
    buffer.reset();
    String modelCode = row.getString("model_code");
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      json.writeStartObject();
      json.writeStringField("modelCode", modelCode);
      json.writeNumberField("revision", row.getInt("revision"));
      json.writeNumberField("publication", publication);
      json.writeNumberField("batch", row.getInt("batch"));
      json.writeStringField("modelName", row.getString("model_name"));
      json.writeStringField("enterprise", row.getString("enterprise"));
      json.writeStringField("enterpriseName", enterpriseName);
      String stated = row.getString("group_name");
      text(json, "group", stated == null ? group : stated);
      json.writeStringField("brand", row.getString("brand"));
      json.writeStringField("countryStyle", row.getString("country_style"));
      json.writeStringField("series", row.getString("series"));
      json.writeStringField("powertrain", row.getString("powertrain"));
      json.writeStringField("bodyType", row.getString("body_type"));
      json.writeStringField("segment", row.getString("segment"));
      number(json, "curbMassKg", row.getBigDecimal("curb_mass_kg"));
      number(json, "batteryKwh", row.getBigDecimal("battery_kwh"));
      number(json, "fuelLPer100Km", row.getBigDecimal("fuel_l_per_100km"));
      number(json, "electricityKwhPer100Km", row.getBigDecimal("electricity_kwh_per_100km"));
      number(json, "priceCny", row.getBigDecimal("price_cny"));
      text(json, "launchMonth", row.getString("launch_month"));
      json.writeBooleanField("onSale", row.getBoolean("on_sale"));
      number(json, "footprintGramsPerKm", row.getBigDecimal("footprint_g_per_km"));
      json.writeStringField("origin", row.getString("origin"));
      text(json, "factorSet", row.getString("factor_set"));
      text(json, "methodology", row.getString("methodology"));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batch.addJson(modelCode, buffer.array(), 0, buffer.size());
  }

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable BigDecimal value)
      throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  /** Gives out its array, to spare a copy of every event. */
  private static final class Buffer extends ByteArrayOutputStream {
    Buffer() {
      super(1_024);
    }

    byte[] array() {
      return buf;
    }
  }
}
