package org.carbonpublicity.rating.label.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatusBitsTest {

  @Property(tries = 100)
  void exactlyTheGivenBitsAreSet(
      @ForAll @Size(max = 50) Set<@IntRange(max = 1_023) Integer> indexes) throws IOException {
    byte[] bits = decode(new StatusBits(1_024, List.copyOf(indexes)).encoded());

    Set<Integer> set = new TreeSet<>();
    String text = text(bits);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '1') {
        set.add(i);
      }
    }
    assertThat(text).hasSize(1_024);
    assertThat(set).isEqualTo(new TreeSet<>(indexes));
  }

  @Test
  void theFirstIndexIsTheLeftmostBit() throws IOException {
    assertThat(text(decode(new StatusBits(16, List.of(0, 9)).encoded())))
        .isEqualTo("1000000001000000");
  }

  private static byte[] decode(String encoded) throws IOException {
    byte[] compressed = Base64.getUrlDecoder().decode(encoded.substring(1));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return gzip.readAllBytes();
    }
  }

  private static String text(byte[] bits) {
    List<String> bytes = new ArrayList<>();
    for (byte eight : bits) {
      bytes.add(String.format("%8s", Integer.toBinaryString(eight & 0xFF)).replace(' ', '0'));
    }
    return String.join("", bytes);
  }
}
