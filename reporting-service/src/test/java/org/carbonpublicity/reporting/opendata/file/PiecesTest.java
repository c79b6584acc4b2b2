package org.carbonpublicity.reporting.opendata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PiecesTest {

  @Property(tries = 200)
  void piecesAreAGzipFileTogetherAndEachCanBeReadAlone(
      @ForAll @Size(max = 6) List<@Size(min = 1, max = 4_000) byte[]> plain) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    gzip.write(Pieces.gzipHead());
    for (byte[] piece : plain) {
      byte[] deflated = Pieces.deflate(piece, piece.length);
      assertThat(Pieces.inflate(deflated, piece.length)).isEqualTo(piece);
      all.write(piece);
      gzip.write(deflated);
    }
    CRC32 crc32 = new CRC32();
    crc32.update(all.toByteArray());
    gzip.write(Pieces.gzipTail(crc32.getValue(), all.size()));

    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(gzip.toByteArray()))) {
      assertThat(unzipped.readAllBytes()).isEqualTo(all.toByteArray());
    }
  }

  @Test
  void aPieceOfAnotherLengthIsRefused() {
    byte[] deflated = Pieces.deflate(new byte[100], 100);

    assertThatThrownBy(() -> Pieces.inflate(deflated, 101))
        .isInstanceOf(IllegalStateException.class);
  }
}
