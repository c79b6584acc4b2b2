package org.carbonpublicity.assessment.evidence.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** A content that lies in pieces; one of them is in memory. */
final class StoredContent extends InputStream {

  private final IntFunction<Optional<byte[]>> chunks;
  private final long size;
  private byte[] chunk = new byte[0];
  private int next;
  private int position;
  private long read;

  /**
   * @param chunks by their numbers from 0; empty behind the last
   * @param size of the whole, bytes
   */
  StoredContent(IntFunction<Optional<byte[]>> chunks, long size) {
    this.chunks = chunks;
    this.size = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (read == size) {
      return -1;
    }
    if (position == chunk.length) {
      // Deleted while it is sent: the answer breaks off instead of ending as if it were whole.
      chunk = chunks.apply(next++).orElseThrow(() -> new IOException("the file was deleted"));
      position = 0;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    read += count;
    return count;
  }
}
