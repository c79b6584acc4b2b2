package org.carbonpublicity.reporting.sales.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of each token of a markup: a parser holds a token as a whole. */
final class TokenStream extends FilterInputStream {

  private static final int LONGEST_TOKEN = 4 * 1024 * 1024;

  private long total;
  private int length;

  TokenStream(InputStream part) {
    super(part);
  }

  /** To be called when the parser has told of a token. */
  void next() {
    length = 0;
  }

  long total() {
    return total;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int size) throws IOException {
    int count = super.read(target, offset, size);
    total += Math.max(count, 0);
    length += Math.max(count, 0);
    if (length > LONGEST_TOKEN) {
      throw SpreadsheetSafety.tooLarge("a token of the workbook's markup is too large");
    }
    return count;
  }
}
