package org.carbonpublicity.rating.publication.persistence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's COPY text format. */
final class CopyText {

  private final StringBuilder text = new StringBuilder(1 << 16);
  private boolean rowStarted;

  CopyText field(long value) {
    separator();
    text.append(value);
    return this;
  }

  CopyText field(boolean value) {
    separator();
    text.append(value ? 't' : 'f');
    return this;
  }

  CopyText field(@Nullable BigDecimal value) {
    return field(value == null ? null : value.toPlainString());
  }

  CopyText field(@Nullable String value) {
    separator();
    if (value == null) {
      text.append("\\N");
      return this;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return this;
  }

  void endRow() {
    text.append('\n');
    rowStarted = false;
  }

  int length() {
    return text.length();
  }

  /** The rows so far; the next ones start anew. */
  byte[] take() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return bytes;
  }

  private void separator() {
    if (rowStarted) {
      text.append('\t');
    }
    rowStarted = true;
  }
}
