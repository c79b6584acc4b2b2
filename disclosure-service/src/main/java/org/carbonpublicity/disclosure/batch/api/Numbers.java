package org.carbonpublicity.disclosure.batch.api;

import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** Batch numbers as they stand in paths and cursors. */
public final class Numbers {

  private Numbers() {}

  /** A batch number; what is none names no batch, a 404 problem. */
  public static int batch(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw unknownBatch(text);
  }

  public static RuntimeException unknownBatch(String number) {
    return Problems.notFound("unknown-batch", "There is no batch " + number);
  }

  static int cursor(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    try {
      return key == null ? 0 : Integer.parseInt(key);
    } catch (NumberFormatException e) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "take the cursor from the Link header"));
    }
  }
}
