package org.carbonpublicity.rating.label.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The list of bits of Bitstring Status List v1.0, §3.3: index 0 is the leftmost bit; compressed
 * (GZIP), then multibase Base64URL without padding.
 */
final class StatusBits {

  private final byte[] bits;

  /**
   * @param length number of bits, divisible by eight
   * @param set indexes of those that are 1
   */
  StatusBits(int length, List<Integer> set) {
    bits = new byte[length / Byte.SIZE];
    for (int index : set) {
      bits[index / Byte.SIZE] |= (byte) (0x80 >>> (index % Byte.SIZE));
    }
  }

  String encoded() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
  }
}
