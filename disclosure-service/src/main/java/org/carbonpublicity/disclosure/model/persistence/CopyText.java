package org.carbonpublicity.disclosure.model.persistence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's COPY text format, in UTF-8. */
final class CopyText {

  private static final int FIRST_SIZE = 1 << 16;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;
  private boolean rowStarted;

  CopyText field(long value) {
    return field(Long.toString(value));
  }

  CopyText field(boolean value) {
    separator();
    put(value ? 't' : 'f');
    return this;
  }

  CopyText field(@Nullable BigDecimal value) {
    return field(value == null ? null : value.toPlainString());
  }

  CopyText field(@Nullable String value) {
    separator();
    if (value == null) {
      put('\\');
      put('N');
    } else {
      escaped(value);
    }
    return this;
  }

  private void escaped(String value) {
    int size = value.length();
    // Two bytes for each character that is escaped: enough for ASCII, nearly all there is.
    ensure(2 * size);
    for (int i = 0; i < size; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        // No byte of a longer character is one that is escaped.
        int end = i + 1;
        while (end < size && value.charAt(end) >= 0x80) {
          end++;
        }
        append(value.substring(i, end).getBytes(StandardCharsets.UTF_8));
        ensure(2 * (size - end));
        i = end - 1;
      } else if (c > '\r' && c != '\\') {
        bytes[length++] = (byte) c;
      } else {
        escaped(c);
      }
    }
  }

  private void escaped(char c) {
    switch (c) {
      case '\\' -> pair('\\');
      case '\t' -> pair('t');
      case '\n' -> pair('n');
      case '\r' -> pair('r');
      default -> bytes[length++] = (byte) c;
    }
  }

  private void pair(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  CopyText field(@Nullable Integer value) {
    return field(value == null ? null : value.toString());
  }

  CopyText fields(byte[] written) {
    return fields(written, 0, written.length);
  }

  /** Fields that were written elsewhere. */
  CopyText fields(byte[] written, int from, int to) {
    separator();
    ensure(to - from);
    System.arraycopy(written, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  void endRow() {
    put('\n');
    rowStarted = false;
  }

  /** Ends a row whose end is written by whoever puts it together. */
  void endPart() {
    rowStarted = false;
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
    rowStarted = false;
  }

  private void append(byte[] encoded) {
    ensure(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  private void put(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + bytes.length / 2));
    }
  }

  private void separator() {
    if (rowStarted) {
      put('\t');
    }
    rowStarted = true;
  }
}
