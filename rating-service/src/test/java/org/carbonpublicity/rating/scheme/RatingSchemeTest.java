package org.carbonpublicity.rating.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingSchemeTest {

  private static final RatingScheme SCHEME =
      scheme(Map.of(Powertrain.GASOLINE, line("40", "0.155"), Powertrain.BEV, line("-20", "0.1")));

  @ParameterizedTest
  @CsvSource({
    // reference of 1,400 kg is 257.000; bounds are 236.44, 249.29, 264.71, 277.56
    "100.00, 1", "236.44, 1", "236.440000000000000001, 2", "249.29, 2", "249.30, 3",
    "264.71, 3", "264.7100001, 4", "277.56, 4", "277.57, 5", "900, 5"
  })
  void aBoundBelongsToTheBetterClass(BigDecimal footprint, int expected) {
    Rating rating = rate(SCHEME, Powertrain.GASOLINE, new BigDecimal("1400"), footprint);

    assertThat(rating.ratingClass()).isEqualTo(RatingClass.of(expected));
    assertThat(rating.unratedReason()).isNull();
  }

  @Test
  void theRatioIsRoundedForDisplayOnly() {
    // 236.44000001 / 257 = 0.92000000004: shown as the bound, and yet above it.
    Rating rating =
        rate(SCHEME, Powertrain.GASOLINE, new BigDecimal("1400"), new BigDecimal("236.44000001"));

    assertThat(rating.ratio()).isEqualTo("0.920000");
    assertThat(rating.ratingClass()).isEqualTo(RatingClass.LOW_CARBON_MINUS);
    assertThat(rating.reference()).isEqualByComparingTo("257");
  }

  @Test
  void withoutMassOrLineThereIsAReasonInsteadOfAClass() {
    BigDecimal footprint = new BigDecimal("200");

    assertThat(rate(SCHEME, Powertrain.GASOLINE, null, footprint))
        .isEqualTo(new Rating(null, null, null, UnratedReason.NO_CURB_MASS));
    assertThat(rate(SCHEME, Powertrain.DIESEL, new BigDecimal("1400"), footprint))
        .isEqualTo(new Rating(null, null, null, UnratedReason.NO_LINE));
    assertThat(rate(SCHEME, Powertrain.DIESEL, null, footprint).unratedReason())
        .isEqualTo(UnratedReason.NO_CURB_MASS);
  }

  @Test
  void aLineThatIsNotPositiveAtThatMassIsNone() {
    BigDecimal footprint = new BigDecimal("50");

    assertThat(rate(SCHEME, Powertrain.BEV, new BigDecimal("200"), footprint).unratedReason())
        .isEqualTo(UnratedReason.NO_LINE);
    assertThat(rate(SCHEME, Powertrain.BEV, new BigDecimal("201"), footprint).ratingClass())
        .isEqualTo(RatingClass.HIGH_CARBON_PLUS);
  }

  @Test
  void classesHaveTheirNumbersAndNames() {
    assertThat(RatingClass.values())
        .extracting(c -> "%d %s %s".formatted(c.number(), c.title(), c.titleZh()))
        .containsExactly(
            "1 Low Carbon+ 低碳+",
            "2 Low Carbon− 低碳−",
            "3 Moderate 中碳",
            "4 High Carbon− 高碳−",
            "5 High Carbon+ 高碳+");
  }

  /** What does not look at the population says of a sedan. */
  static Rating rate(
      RatingScheme scheme, Powertrain powertrain, BigDecimal curbMassKg, BigDecimal footprint) {
    return scheme.rate(
        new Category(powertrain, "SEDAN", "A"), curbMassKg, footprint, PopulationNumbers.NONE);
  }

  static ReferenceLine line(String intercept, String slope) {
    return new ReferenceLine(new BigDecimal(intercept), new BigDecimal(slope));
  }

  static RatingScheme scheme(Map<Powertrain, ReferenceLine> lines) {
    return new RatingScheme(
        "test",
        "Test",
        "测试",
        null,
        new FixedLines(lines),
        new ClassBounds(
            List.of(
                new BigDecimal("0.92"),
                new BigDecimal("0.97"),
                new BigDecimal("1.03"),
                new BigDecimal("1.08"))));
  }
}
