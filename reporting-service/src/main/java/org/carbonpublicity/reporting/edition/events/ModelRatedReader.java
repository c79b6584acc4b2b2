package org.carbonpublicity.reporting.edition.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.reporting.edition.persistence.RatingColumn;
import org.jspecify.annotations.Nullable;

/**
 * Reads model-rated.v1 field by field, without an object for each event: a million of them pass
 * here when an edition is new. Numbers keep the digits they came with. Not for several threads.
 */
final class ModelRatedReader {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Map<String, RatingColumn> COLUMNS = RatingColumn.byField();
  private static final RatingColumn[] ALL = RatingColumn.values();

  /** Longer numbers are no measurements, and could overflow the database's numeric. */
  private static final int MOST_DIGITS = 60;

  private final @Nullable String[] values = new @Nullable String[ALL.length];
  private int edition;

  /**
   * Reads an event; {@link #edition} and {@link #values} tell its content until the next call.
   *
   * @throws InvalidEventException when it is not a model-rated.v1
   */
  void read(byte[] payload) {
    Arrays.fill(values, null);
    edition = 0;
    try (JsonParser parser = JSON.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidEventException("model-rated.v1 is not an object");
      }
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        readField(parser, field);
      }
    } catch (IOException e) {
      throw new InvalidEventException("model-rated.v1 is malformed: " + e.getMessage(), e);
    }
    check();
  }

  int edition() {
    return edition;
  }

  /** By the ordinal of their {@link RatingColumn}; the same array at every call. */
  @Nullable String[] values() {
    return values;
  }

  private void readField(JsonParser parser, String field) throws IOException {
    JsonToken token = parser.nextToken();
    if (field.equals("edition")) {
      edition = token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
      return;
    }
    RatingColumn column = COLUMNS.get(field);
    if (column == null) {
      // A field that a later producer added.
      parser.skipChildren();
    } else if (token != JsonToken.VALUE_NULL) {
      values[column.ordinal()] = value(parser, token, column);
    }
  }

  private static String value(JsonParser parser, JsonToken token, RatingColumn column)
      throws IOException {
    boolean fits =
        switch (column.kind()) {
          case TEXT -> token == JsonToken.VALUE_STRING;
          case NUMBER -> token.isNumeric();
          case INTEGER -> token == JsonToken.VALUE_NUMBER_INT;
          case BOOLEAN -> token.isBoolean();
        };
    if (!fits) {
      throw invalid(column, "is no " + column.kind());
    }
    String text = parser.getText();
    if (token.isNumeric() ? text.length() > MOST_DIGITS || hasExponent(text) : hasNul(text)) {
      throw invalid(column, "cannot be stored");
    }
    return text;
  }

  private static boolean hasExponent(String number) {
    return number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  private void check() {
    if (edition < 1) {
      throw new InvalidEventException("model-rated.v1 has no edition");
    }
    for (RatingColumn column : ALL) {
      if (column.required() && values[column.ordinal()] == null) {
        throw invalid(column, "is missing");
      }
    }
    boolean onSale = "true".equals(get(RatingColumn.ON_SALE));
    if (onSale != (get(RatingColumn.BELOW_AVERAGE) != null)) {
      throw invalid(RatingColumn.BELOW_AVERAGE, "is for models on sale, and for all of them");
    }
    String ratingClass = get(RatingColumn.RATING_CLASS);
    if (ratingClass != null && !isClass(ratingClass)) {
      throw invalid(RatingColumn.RATING_CLASS, "is not 1 to 5");
    }
    String footprint = get(RatingColumn.FOOTPRINT_GRAMS_PER_KM);
    if (footprint != null && footprint.startsWith("-")) {
      throw invalid(RatingColumn.FOOTPRINT_GRAMS_PER_KM, "is negative");
    }
  }

  private static boolean isClass(String text) {
    return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '5';
  }

  private @Nullable String get(RatingColumn column) {
    return values[column.ordinal()];
  }

  private static InvalidEventException invalid(RatingColumn column, String what) {
    return new InvalidEventException("model-rated.v1: " + column.field() + " " + what);
  }
}
