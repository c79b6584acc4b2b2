package org.carbonpublicity.reporting.opendata.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Pieces of a deflated stream (RFC 1951). Each ends with a full flush, so that it can be inflated
 * alone; one after the other, with a head and a tail, they are a gzip file of one member (RFC
 * 1952).
 */
public final class Pieces {

  private static final int LEVEL = 4;
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int TAIL_BYTES = 10;

  /** An empty block that says to be the last. */
  private static final byte[] LAST_BLOCK = {3, 0};

  private Pieces() {}

  /** What gzip adds to the pieces. */
  public static int gzipFrameBytes() {
    return HEAD.length + TAIL_BYTES;
  }

  public static byte[] gzipHead() {
    return HEAD.clone();
  }

  /**
   * What ends a gzip file.
   *
   * @param crc32 of the plain file
   * @param bytes of the plain file
   */
  public static byte[] gzipTail(long crc32, long bytes) {
    return ByteBuffer.allocate(TAIL_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(LAST_BLOCK)
        .putInt((int) crc32)
        .putInt((int) bytes)
        .array();
  }

  static byte[] deflate(byte[] bytes, int length) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(bytes, 0, length);
      // What does not shrink grows by five bytes for each block of 16 KiB or more.
      byte[] deflated = new byte[length + length / 1_000 + 64];
      int size = deflater.deflate(deflated, 0, deflated.length, Deflater.FULL_FLUSH);
      if (size == deflated.length) {
        throw new IllegalStateException("a piece grew by being deflated");
      }
      return Arrays.copyOf(deflated, size);
    } finally {
      deflater.end();
    }
  }

  /**
   * The plain bytes of a piece.
   *
   * @param length how many they are
   * @throws IllegalStateException when the piece does not hold that many
   */
  public static byte[] inflate(byte[] deflated, int length) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      byte[] bytes = new byte[length];
      int size = inflater.inflate(bytes);
      if (size != length) {
        throw new IllegalStateException("a piece of %d bytes has %d".formatted(length, size));
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IllegalStateException("a piece cannot be inflated", e);
    } finally {
      inflater.end();
    }
  }
}
