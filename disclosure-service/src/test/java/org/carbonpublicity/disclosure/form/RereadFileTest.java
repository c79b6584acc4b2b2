package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RereadFileTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70_000, 200_000})
  void isReadFromItsBeginningAgainHoweverFarItWas(int readBefore) throws IOException {
    byte[] bytes = new byte[200_000];
    new Random(1).nextBytes(bytes);
    try (RereadFile file = new RereadFile(new ByteArrayInputStream(bytes))) {
      assertThat(file.first().readNBytes(readBefore)).hasSize(readBefore);

      assertThat(file.again().readAllBytes()).isEqualTo(bytes);
    }
  }
}
