package org.carbonpublicity.messaging.relay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Factory;
import org.jspecify.annotations.Nullable;

/**
 * Several events in one outbox row: for each the length of its key, the key, the length of its
 * payload (-1 for a tombstone), the payload; LZ4 over all when that is worth it.
 *
 * <p>First byte: 0 plain, 1 LZ4 (then four bytes of the plain length).
 */
public final class EventPack {

  private static final byte PLAIN = 0;
  private static final byte LZ4 = 1;
  private static final int TOMBSTONE = -1;
  private static final int WORTH_COMPRESSING = 2_048;
  private static final LZ4Factory FACTORY = LZ4Factory.fastestInstance();

  private EventPack() {}

  /** What happens to each event of a pack. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes the next event.
     *
     * @param index 0 for the first of the pack
     * @param payload null for a tombstone
     */
    void event(int index, String key, byte @Nullable [] payload);
  }

  /** Collects events; used by one thread. */
  public static final class Writer {

    private final GrowingBuffer buffer = new GrowingBuffer();
    private int count;

    /** Adds an event; the bytes are copied. */
    public void add(String key, byte[] payload, int offset, int length) {
      addKey(key);
      buffer.writeInt(length);
      buffer.write(payload, offset, length);
      count++;
    }

    /** Adds a key without a payload. */
    public void addTombstone(String key) {
      addKey(key);
      buffer.writeInt(TOMBSTONE);
      count++;
    }

    private void addKey(String key) {
      byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
      buffer.writeInt(keyBytes.length);
      buffer.write(keyBytes, 0, keyBytes.length);
    }

    /** Events added since the last reset. */
    public int count() {
      return count;
    }

    /** Bytes before compression. */
    public int size() {
      return buffer.size();
    }

    /** The pack as it is stored. */
    public byte[] toBytes() {
      return buffer.packed();
    }

    /** Starts the next pack; the memory is kept. */
    public void reset() {
      buffer.reset();
      count = 0;
    }
  }

  /** Shows the visitor each event of a stored pack, in order. */
  public static void read(byte[] stored, Visitor visitor) {
    ByteBuffer plain = unpack(stored);
    for (int index = 0; plain.hasRemaining(); index++) {
      byte[] key = new byte[plain.getInt()];
      plain.get(key);
      visitor.event(index, new String(key, StandardCharsets.UTF_8), payload(plain));
    }
  }

  private static byte @Nullable [] payload(ByteBuffer plain) {
    int length = plain.getInt();
    if (length == TOMBSTONE) {
      return null;
    }
    byte[] payload = new byte[length];
    plain.get(payload);
    return payload;
  }

  private static ByteBuffer unpack(byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    byte form = buffer.get();
    if (form == PLAIN) {
      return buffer;
    }
    if (form != LZ4) {
      throw new IllegalArgumentException("unknown form of an event pack: " + form);
    }
    byte[] plain = new byte[buffer.getInt()];
    FACTORY.safeDecompressor().decompress(stored, buffer.position(), buffer.remaining(), plain, 0);
    return ByteBuffer.wrap(plain);
  }

  /** A byte array stream that gives access to its array, to spare a copy of half a megabyte. */
  private static final class GrowingBuffer extends ByteArrayOutputStream {

    GrowingBuffer() {
      super(1_024);
    }

    void writeInt(int value) {
      write(value >>> 24);
      write(value >>> 16);
      write(value >>> 8);
      write(value);
    }

    byte[] packed() {
      if (count < WORTH_COMPRESSING) {
        byte[] plain = new byte[count + 1];
        plain[0] = PLAIN;
        System.arraycopy(buf, 0, plain, 1, count);
        return plain;
      }
      var compressor = FACTORY.fastCompressor();
      byte[] packed = new byte[5 + compressor.maxCompressedLength(count)];
      ByteBuffer.wrap(packed).put(LZ4).putInt(count);
      int length = compressor.compress(buf, 0, count, packed, 5);
      return Arrays.copyOf(packed, 5 + length);
    }
  }
}
