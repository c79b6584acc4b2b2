package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.form.InvalidFormException.Kind;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  private static final String FORM = Forms.csv(Forms.gasoline());

  @Test
  void tellsMissingCells() {
    String csv = Forms.csv(Forms.gasoline(), Forms.bev()).replaceFirst(",Y,\n", "\n");

    Reading reading = Forms.read(csv);

    assertThat(reading.told()).containsExactly("2 null missing-cells");
    assertThat(reading.faults().get(0).message()).isEqualTo("17 cells, the header has 19");
    assertThat(reading.rows().get(1).vehicle()).isNotNull();
  }

  @Test
  void tellsExtraCells() {
    Reading reading = Forms.read(FORM.replace(",Y,\n", ",Y,,and more\n"));

    assertThat(reading.told()).containsExactly("2 null extra-cells");
  }

  @Test
  void overlooksExtraCellsThatAreEmpty() {
    Reading reading = Forms.read(FORM.replace(",Y,\n", ",Y,, ,\n"));

    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void countsBlankRowsAndReadsNone() {
    String csv = FORM.replace("\nBeispiel", "\n\n ,\n,,,\nBeispiel").replace("1288", "x") + "\n\n";

    Reading reading = Forms.read(csv);

    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.told()).containsExactly("5 curb_mass_kg not-a-number");
  }

  @Test
  void countsARowWithALineBreakOnce() {
    String first = FORM.replace("Eins 1.5T", "\"Eins\n1.5T\"");
    String second = Forms.csv(Forms.bev()).lines().skip(1).findFirst().orElseThrow();

    Reading reading = Forms.read(first + second.replace("1901", "x") + "\n");

    assertThat(reading.told())
        .containsExactly("2 model_name control-character", "3 curb_mass_kg not-a-number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void takesEveryLineEnd(String end) {
    Reading reading = Forms.read(FORM.replace("\n", end));

    assertThat(reading.rows()).isEqualTo(Forms.read(FORM).rows());
  }

  @Test
  void readsALastRowWithoutLineEnd() {
    Reading reading = Forms.read(FORM.stripTrailing());

    assertThat(reading.rows()).isEqualTo(Forms.read(FORM).rows());
  }

  @Test
  void readsQuotedCells() {
    Reading reading =
        Forms.read(Forms.csv(Forms.with(Forms.gasoline(), "model_name", "Eins \"Sport\", rot")));

    assertThat(reading.rows().get(0).vehicle().modelName()).isEqualTo("Eins \"Sport\", rot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open quote", "text behind a quote", "row over 64 KB", "over 100 cells"})
  void refusesAFileThatIsNoCsv(String what) {
    String rest =
        switch (what) {
          case "open quote" -> "\"Beispiel,,";
          case "text behind a quote" -> "\"Beispiel\" Motors,,\n";
          case "row over 64 KB" -> "a".repeat(65_000) + "," + "b".repeat(1_000) + "\n";
          default -> ",".repeat(100) + "\n";
        };

    InvalidFormException refusal =
        catchThrowableOfType(InvalidFormException.class, () -> Forms.read(FORM + rest));

    assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(refusal.faults()).extracting(RowFault::code).containsExactly("malformed-csv");
    assertThat(refusal.faults()).extracting(RowFault::row).containsExactly(3L);
    assertThat(refusal).hasMessageStartingWith("after row 2: ");
  }

  @Test
  void readsRowsUpToTheLimits() {
    String csv =
        FORM + ",".repeat(99) + "\n" + " ".repeat(65_000) + "\n" + FORM.lines().toList().get(1);

    Reading reading = Forms.read(csv);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).extracting(VehicleRow::row).isEqualTo(List.of(2L, 5L));
  }

  @Test
  void leavesItToTheCallerWhenTheBodyBreaksOff() {
    IOException broken = new IOException("connection reset");
    InputStream body =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw broken;
          }
        };

    Throwable thrown =
        catchThrowable(() -> Forms.read(body, Format.CSV, EnumSet.noneOf(Column.class)));

    assertThat(thrown).isInstanceOf(UncheckedIOException.class).hasRootCause(broken);
  }
}
