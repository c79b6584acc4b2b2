package org.carbonpublicity.reporting.edition.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of one edition in PostgreSQL's text format of {@code COPY}, gathered in one buffer. */
final class CopyRows {

  private static final int START_BYTES = 1 << 17;

  private final String edition;
  private byte[] bytes = new byte[START_BYTES];
  private int length;

  CopyRows(int edition) {
    this.edition = Integer.toString(edition);
  }

  /**
   * Adds a row.
   *
   * @param values by the ordinal of their {@link RatingColumn}
   */
  void add(@Nullable String[] values) {
    append(edition);
    for (String value : values) {
      reserve(3);
      bytes[length++] = '\t';
      if (value == null) {
        bytes[length++] = '\\';
        bytes[length++] = 'N';
      } else {
        append(value);
      }
    }
    reserve(1);
    bytes[length++] = '\n';
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  private void append(String value) {
    // Each char takes at most three bytes, or two when it is ASCII and escaped.
    reserve(value.length() * 3);
    int ascii = appendAscii(value);
    if (ascii < value.length()) {
      for (byte b : value.substring(ascii).getBytes(StandardCharsets.UTF_8)) {
        appendByte(b);
      }
    }
  }

  /** Most values are ASCII to their end, and need no encoder. */
  private int appendAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        return i;
      }
      appendByte((byte) c);
    }
    return value.length();
  }

  private void appendByte(byte b) {
    switch (b) {
      case '\\' -> escape('\\');
      case '\t' -> escape('t');
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      default -> bytes[length++] = b;
    }
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
