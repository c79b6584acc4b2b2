package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotatedFormTest {

  private static final int FOOTPRINT = Forms.index("footprint_g_per_km");

  /** A sheet whose last columns have no name, as spreadsheet programs leave them behind. */
  @ParameterizedTest
  @EnumSource(Format.class)
  void canBeSentAgainWhereColumnsWithoutNameWere(Format format) {
    byte[] sent =
        format == Format.CSV
            ? Forms.csv(Forms.gasoline())
                .replace(",footprint_g_per_km\n", ",\n")
                .getBytes(StandardCharsets.UTF_8)
            : Forms.workbook(
                sheet -> {
                  Forms.header(sheet);
                  sheet.value(0, FOOTPRINT, " ");
                  Forms.row(sheet, 1, Forms.gasoline());
                });
    RowFault fault = new RowFault(2, "brand", "too-long", "at most 200 characters", "x");

    byte[] answered;
    try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(sent), () -> "")) {
      answered = AnnotatedForm.write(file, format, List.of(fault), Language.EN);
    }

    Reading again = Forms.answers(answered, format);
    assertThat(again.told()).isEmpty();
    assertThat(again.rows()).extracting(VehicleRow::modelCode).containsExactly("E-1");
  }
}
