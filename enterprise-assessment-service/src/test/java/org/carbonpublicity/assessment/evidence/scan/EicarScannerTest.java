package org.carbonpublicity.assessment.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.evidence.SampleFiles.EICAR;
import static org.carbonpublicity.assessment.evidence.SampleFiles.bytes;
import static org.carbonpublicity.assessment.evidence.SampleFiles.joined;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EicarScannerTest {

  private final Scanner scanner = new EicarScanner();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 67, 65_500, 65_536, 131_071, 300_000})
  void findsTheTestFileAnywhere(int before) throws IOException {
    byte[] file = joined(new byte[before], bytes(EICAR), new byte[100]);

    assertThat(scanner.scan(new ByteArrayInputStream(file))).contains(EicarScanner.FINDING);
  }

  /** It begins again where it could have gone on. */
  @Test
  void findsItBehindItsOwnBeginning() throws IOException {
    byte[] file = bytes(EICAR.substring(0, EICAR.lastIndexOf("X5")) + EICAR);

    assertThat(scanner.scan(new ByteArrayInputStream(file))).contains(EicarScanner.FINDING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 67})
  void findsItInPieces(int piece) throws IOException {
    var pieces =
        new ByteArrayInputStream(joined(bytes("xxX5O!P%X5"), bytes(EICAR))) {
          @Override
          public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, piece));
          }
        };

    assertThat(scanner.scan(pieces)).contains(EicarScanner.FINDING);
  }

  @Test
  void findsNothingElse() throws IOException {
    byte[] almost = bytes(EICAR);
    assertThat(scanner.scan(new ByteArrayInputStream(Arrays.copyOf(almost, 67)))).isEmpty();
    almost[40]++;
    assertThat(scanner.scan(new ByteArrayInputStream(almost))).isEmpty();
    assertThat(scanner.scan(new ByteArrayInputStream(new byte[0]))).isEmpty();
  }
}
