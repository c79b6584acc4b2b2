package org.carbonpublicity.rating.edition.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonpublicity.messaging.OutboxBatch;
import org.carbonpublicity.rating.edition.persistence.ChangedRatings;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code model-rated.v1} straight from a row: a million events go this way, and an object
 * for each of them would cost more than everything else. The schema test holds it to its contract.
 */
final class ModelRatedWriter {

  static final String TYPE = "model-rated.v1";

  private enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN
  }

  private record Field(SerializedString name, Kind kind) {
    static Field text(String name) {
      return new Field(new SerializedString(name), Kind.TEXT);
    }

    static Field number(String name) {
      return new Field(new SerializedString(name), Kind.NUMBER);
    }

    static Field bool(String name) {
      return new Field(new SerializedString(name), Kind.BOOLEAN);
    }
  }

  /** In the order of {@link ChangedRatings#COLUMNS}. */
  private static final Field[] FIELDS = {
    Field.text("modelCode"),
    Field.text("modelName"),
    Field.text("enterprise"),
    Field.text("enterpriseName"),
    Field.text("group"),
    Field.text("brand"),
    Field.text("countryStyle"),
    Field.text("series"),
    Field.text("powertrain"),
    Field.text("bodyType"),
    Field.text("segment"),
    Field.number("curbMassKg"),
    Field.number("priceCny"),
    Field.text("launchMonth"),
    Field.bool("onSale"),
    Field.number("batch"),
    Field.number("footprintRevision"),
    Field.number("footprintGramsPerKm"),
    Field.number("class"),
    Field.text("unratedReason"),
    Field.number("ratio"),
    Field.number("reference"),
    Field.number("categoryMean"),
    Field.bool("belowAverage"),
    Field.number("previousClass"),
  };

  private static final SerializedString EDITION = new SerializedString("edition");
  private static final JsonFactory JSON = new JsonFactory();

  /** Gives its buffer away, where the usual one would copy it. */
  private static final class Buffer extends ByteArrayOutputStream {
    Buffer() {
      super(4_096);
    }

    byte[] array() {
      return buf;
    }
  }

  private final int edition;
  private final OutboxBatch batch;
  private final Buffer buffer = new Buffer();

  ModelRatedWriter(int edition, OutboxBatch batch) {
    this.edition = edition;
    this.batch = batch;
  }

  void write(ResultSet row) throws SQLException {
    buffer.reset();
    String key = row.getString(1);
    try (JsonGenerator json = JSON.createGenerator(buffer)) {
      json.writeStartObject();
      json.writeFieldName(EDITION);
      json.writeNumber(edition);
      for (int i = 0; i < FIELDS.length; i++) {
        write(json, FIELDS[i], i == 0 ? key : row.getString(i + 1));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batch.addJson(key, buffer.array(), 0, buffer.size());
  }

  private static void write(JsonGenerator json, Field field, @Nullable String value)
      throws IOException {
    if (value == null) {
      return;
    }
    json.writeFieldName(field.name());
    switch (field.kind()) {
      case TEXT -> json.writeString(value);
      // Decimals go out digit by digit as the database has them.
      case NUMBER -> json.writeNumber(value);
      case BOOLEAN -> json.writeBoolean(value.charAt(0) == 't');
    }
  }
}
