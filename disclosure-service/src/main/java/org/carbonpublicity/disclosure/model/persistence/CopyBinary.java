package org.carbonpublicity.disclosure.model.persistence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's COPY binary format (its documentation of COPY, "Binary Format"; numbers as
 * {@code numeric_recv} reads them): the server has neither to parse numbers and times nor to look
 * for the ends of fields. The type of a field must be that of its column.
 */
final class CopyBinary {

  private static final int FIRST_SIZE = 1 << 16;
  private static final int NULL = -1;
  private static final int DIGITS = 4;
  private static final int NEGATIVE = 0x4000;
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  /** What comes before the first row. */
  CopyBinary begin() {
    append(SIGNATURE, 0, SIGNATURE.length);
    int32(0);
    return int32(0);
  }

  /** What comes before the fields of a row. */
  CopyBinary row(int fields) {
    return int16(fields);
  }

  /** What comes after the last row. */
  CopyBinary end() {
    return int16(-1);
  }

  /** An integer. */
  CopyBinary field(@Nullable Integer value) {
    return value == null ? int32(NULL) : int32(Integer.BYTES).int32(value);
  }

  /** A boolean. */
  CopyBinary field(boolean value) {
    int32(1);
    ensure(1);
    bytes[length++] = (byte) (value ? 1 : 0);
    return this;
  }

  /** A timestamptz: microseconds since the year 2000. */
  CopyBinary field(Instant value) {
    return int32(Long.BYTES).int64(ChronoUnit.MICROS.between(EPOCH, value));
  }

  /** A uuid. */
  CopyBinary field(@Nullable UUID value) {
    return value == null
        ? int32(NULL)
        : int32(2 * Long.BYTES)
            .int64(value.getMostSignificantBits())
            .int64(value.getLeastSignificantBits());
  }

  /** A text. */
  CopyBinary field(@Nullable String value) {
    if (value == null) {
      return int32(NULL);
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    int32(utf8.length);
    return append(utf8, 0, utf8.length);
  }

  /** A numeric: digits to the base of 10,000, and how many decimals there are. */
  CopyBinary field(@Nullable BigDecimal value) {
    if (value == null) {
      return int32(NULL);
    }
    String text = value.toPlainString();
    boolean negative = text.charAt(0) == '-';
    int from = negative ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    int whole = (end - from + DIGITS - 1) / DIGITS;
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    int fraction = (decimals + DIGITS - 1) / DIGITS;
    int32((DIGITS + whole + fraction) * Short.BYTES);
    int16(whole + fraction).int16(whole - 1).int16(negative ? NEGATIVE : 0).int16(decimals);
    int at = from;
    for (int next = end - (whole - 1) * DIGITS; next <= end; next += DIGITS) {
      int16(group(text, at, next, next - at));
      at = next;
    }
    for (int group = 0; group < fraction; group++) {
      int start = point + 1 + group * DIGITS;
      int16(group(text, start, Math.min(start + DIGITS, text.length()), DIGITS));
    }
    return this;
  }

  /** Digits as a number, with zeros behind them up to a width. */
  private static int group(String text, int from, int to, int width) {
    int value = 0;
    for (int i = from; i < from + width; i++) {
      value = 10 * value + (i < to ? text.charAt(i) - '0' : 0);
    }
    return value;
  }

  /** Fields that were written elsewhere. */
  CopyBinary fields(byte[] written) {
    return append(written, 0, written.length);
  }

  /** Fields that were written elsewhere. */
  CopyBinary fields(byte[] written, int from, int to) {
    return append(written, from, to);
  }

  int length() {
    return length;
  }

  /** What was written, up to {@link #length}; valid until more is. */
  byte[] bytes() {
    return bytes;
  }

  /** Forgets what was written; its memory is used again. */
  void clear() {
    length = 0;
  }

  private CopyBinary append(byte[] written, int from, int to) {
    ensure(to - from);
    System.arraycopy(written, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  private CopyBinary int16(int value) {
    ensure(Short.BYTES);
    bytes[length++] = (byte) (value >> 8);
    bytes[length++] = (byte) value;
    return this;
  }

  private CopyBinary int32(int value) {
    return int16(value >> 16).int16(value);
  }

  private CopyBinary int64(long value) {
    return int32((int) (value >> 32)).int32((int) value);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + bytes.length / 2));
    }
  }
}
