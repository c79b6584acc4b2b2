package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;

class FilledFormTest {

  @ParameterizedTest
  @EnumSource(Format.class)
  void isReadAsWhatIsKnown(Format format) {
    KnownRevision bev = bev();
    KnownRevision bare = bare();

    byte[] form = FilledForm.write(List.of(bev, bare), format);

    Reading reading =
        Forms.read(new ByteArrayInputStream(form), format, EnumSet.of(Column.FOOTPRINT_G_PER_KM));
    assertThat(reading.faults()).isEmpty();
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
                new BigDecimal("12.500000"),
                new BigDecimal("60"),
                BatteryChemistry.LFP,
                new BigDecimal("99900.50"),
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
  @EnumSource(Format.class)
  void isAFormWithoutRowsWhereNothingIsKnown(Format format) {
    byte[] form = FilledForm.write(List.of(), format);

    assertThat(Forms.read(form, format).rows()).isEmpty();
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
        null);
  }
}
