package org.carbonpublicity.reporting.edition.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CopyRowsTest {

  private final CopyRows rows = new CopyRows(7);

  @Test
  void separatesValuesAndMarksMissingOnes() {
    rows.add(new String[] {"a", null, ""});
    rows.add(new String[] {"b", "1.50", "c"});

    assertThat(text()).isEqualTo("7\ta\t\\N\t\n7\tb\t1.50\tc\n");
  }

  @Test
  void escapesWhatWouldEndAValue() {
    rows.add(new String[] {"a\tb\\c\nd\re", "\\N"});

    assertThat(text()).isEqualTo("7\ta\\tb\\\\c\\nd\\re\t\\\\N\n");
  }

  @Test
  void keepsEveryScript() {
    rows.add(new String[] {"秦L\t𝕏 é"});

    assertThat(text()).isEqualTo("7\t秦L\\t𝕏 é\n");
  }

  @Test
  void growsBeyondItsFirstBuffer() {
    String value = "长".repeat(100_000);

    rows.add(new String[] {value, value});

    assertThat(text()).isEqualTo("7\t" + value + "\t" + value + "\n");
  }

  private String text() {
    return new String(rows.bytes(), 0, rows.length(), StandardCharsets.UTF_8);
  }
}
