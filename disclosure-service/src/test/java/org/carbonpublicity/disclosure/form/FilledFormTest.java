package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.BodyType;
import org.carbonpublicity.disclosure.model.CountryStyle;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Segment;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilledFormTest {

  static Stream<Arguments> files() {
    return Arrays.stream(Format.values())
        .flatMap(format -> Arrays.stream(Language.values()).map(l -> Arguments.of(format, l)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadAsWhatIsKnown(Format format, Language language) {
    KnownRevision bev = bev();
    KnownRevision bare = bare();

    byte[] form = FilledForm.write(List.of(bev, bare), format, language);

    Reading reading = Forms.answers(form, format);
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.templateVersion()).isEqualTo(VehicleForm.TEMPLATE_VERSION);
    assertThat(reading.rows())
        .allSatisfy(
            row -> {
              assertThat(row.remark()).isNull();
              assertThat(row.comment()).isNull();
              assertThat(row.footprintGramsPerKm()).isNull();
            });
    assertThat(reading.rows())
        .extracting(VehicleRow::vehicle)
        .containsExactly(
            new VehicleInformation(
                "E0001",
                "Beispiel Group",
                "Beispiel, die \"Marke\"",
                CountryStyle.GERMAN,
                "考拉",
                "E-2",
                "考拉S 🚗",
                Powertrain.BEV,
                BodyType.SUV,
                Segment.A0,
                new BigDecimal("1901.5"),
                null,
                written("12.500000", "12.5", format),
                new BigDecimal("60"),
                BatteryChemistry.LFP,
                written("99900.50", "99900.5", format),
                "2024-05",
                false),
            new VehicleInformation(
                "E0001",
                null,
                "Beispiel",
                CountryStyle.UNSPECIFIED,
                "Eins",
                "E-1",
                "Eins",
                Powertrain.HEV,
                BodyType.MPV,
                Segment.D,
                new BigDecimal("1610"),
                new BigDecimal("4.9"),
                null,
                null,
                null,
                null,
                null,
                true));
  }

  @ParameterizedTest
  @MethodSource("files")
  void isAFormWithoutRowsWhereNothingIsKnown(Format format, Language language) {
    byte[] form = FilledForm.write(List.of(), format, language);

    assertThatThrownBy(() -> Forms.answers(form, format))
        .isInstanceOf(InvalidFormException.class)
        .hasMessage("no row follows the header");
  }

  /** A sheet keeps a number, and not how it was written. */
  private static BigDecimal written(String csv, String sheet, Format format) {
    return new BigDecimal(format == Format.CSV ? csv : sheet);
  }

  private static KnownRevision bev() {
    return new KnownRevision(
        "E-2",
        1,
        null,
        7,
        "IN_REVIEW",
        "E0001",
        "Beispiel Group",
        "Beispiel, die \"Marke\"",
        "GERMAN",
        "考拉",
        "考拉S 🚗",
        "BEV",
        "SUV",
        "A0",
        new BigDecimal("1901.5"),
        null,
        new BigDecimal("12.500000"),
        new BigDecimal("60"),
        "LFP",
        new BigDecimal("99900.50"),
        "2024-05",
        false,
        new BigDecimal("180.1"),
        "CALCULATED",
        "cpp-illustrative-2024",
        "cpp-lifecycle-1",
        null,
        Instant.EPOCH,
        null,
        false,
        null,
        null);
  }

  private static KnownRevision bare() {
    return new KnownRevision(
        "E-1",
        1,
        null,
        7,
        "IN_REVIEW",
        "E0001",
        null,
        "Beispiel",
        "UNSPECIFIED",
        "Eins",
        "Eins",
        "HEV",
        "MPV",
        "D",
        new BigDecimal("1610"),
        new BigDecimal("4.9"),
        null,
        null,
        null,
        null,
        null,
        true,
        new BigDecimal("205.6"),
        "CALCULATED",
        "cpp-illustrative-2024",
        "cpp-lifecycle-1",
        null,
        Instant.EPOCH,
        null,
        false,
        null,
        null);
  }
}
