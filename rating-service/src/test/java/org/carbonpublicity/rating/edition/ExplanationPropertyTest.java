package org.carbonpublicity.rating.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carbonpublicity.rating.scheme.AbsoluteBands;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.CategoryMeans;
import org.carbonpublicity.rating.scheme.CategorySum;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.PopulationNumbers;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.ReferenceRule;

/** The distances to the neighbouring classes hold what they promise. */
class ExplanationPropertyTest {

  private static final Category CATEGORY = new Category(Powertrain.BEV, "SUV", "A");
  private static final BigDecimal MASS = new BigDecimal("1733.3");

  /** A sum over 7 models that decimals do not divide. */
  private static final PopulationNumbers POPULATION =
      new PopulationNumbers(
          Map.of(), Map.of(CATEGORY, new CategorySum(new BigDecimal("1400.003"), 7)));

  /** Less than any step of the distances. */
  private static final BigDecimal STEP = new BigDecimal("0.000001");

  @Property
  void fallingByTheDistanceReachesTheBetterClass(
      @ForAll("schemes") RatingScheme scheme, @ForAll("footprints") BigDecimal footprint) {
    Explanation explanation = explain(scheme, footprint);
    Explanation.Neighbour better = explanation.nextBetter();
    if (better == null) {
      assertThat(explanation.own()).isEqualTo(RatingClass.LOW_CARBON_PLUS);
      return;
    }
    BigDecimal lowered = footprint.subtract(better.gramsPerKm());

    assertThat(better.gramsPerKm()).isPositive();
    assertThat(rate(scheme, lowered)).isEqualTo(better.ratingClass());
    assertThat(rate(scheme, lowered.add(STEP))).isEqualTo(explanation.own());
  }

  @Property
  void risingByTheDistanceKeepsTheClass(
      @ForAll("schemes") RatingScheme scheme, @ForAll("footprints") BigDecimal footprint) {
    Explanation explanation = explain(scheme, footprint);
    Explanation.Neighbour worse = explanation.nextWorse();
    if (worse == null) {
      assertThat(explanation.own()).isEqualTo(RatingClass.HIGH_CARBON_PLUS);
      return;
    }
    BigDecimal risen = footprint.add(worse.gramsPerKm());

    assertThat(worse.gramsPerKm()).isNotNegative();
    assertThat(rate(scheme, risen)).isEqualTo(explanation.own());
    assertThat(rate(scheme, risen.add(STEP))).isEqualTo(worse.ratingClass());
  }

  private static RatingClass rate(RatingScheme scheme, BigDecimal footprint) {
    return scheme.rate(CATEGORY, MASS, footprint, POPULATION).ratingClass();
  }

  private static Explanation explain(RatingScheme scheme, BigDecimal footprint) {
    Edition edition =
        new Edition(
            1,
            EditionState.COMPLETED,
            EditionTrigger.PUBLICATION,
            scheme.id(),
            1,
            1,
            null,
            1,
            1,
            1,
            List.of(1L, 0L, 0L, 0L, 0L),
            1,
            1,
            Instant.EPOCH,
            Instant.EPOCH);
    ModelRating rating =
        new ModelRating(
            1,
            "M",
            "M",
            "E",
            "E",
            null,
            "B",
            "S",
            "S",
            Powertrain.BEV,
            "SUV",
            "A",
            MASS,
            null,
            null,
            true,
            1,
            1,
            footprint,
            rate(scheme, footprint).number(),
            null,
            null,
            null,
            null,
            null,
            null);
    return Explanation.of(
        new EditionFrame(edition, scheme, List.of(), POPULATION), rating, new Place(0, 1, 7));
  }

  @Provide
  Arbitrary<RatingScheme> schemes() {
    return Arbitraries.of(
        scheme(new CategoryMeans(), "0.85", "0.951", "1", "1.1"),
        scheme(new AbsoluteBands(), "150", "190.5", "200", "230"),
        scheme(
            new FixedLines(
                Map.of(
                    Powertrain.BEV,
                    new ReferenceLine(new BigDecimal("18.5"), new BigDecimal("0.1003")))),
            "0.92",
            "0.97",
            "1.03",
            "1.08"));
  }

  private static RatingScheme scheme(ReferenceRule rule, String... bounds) {
    return new RatingScheme(
        rule.kind().name(),
        "Any",
        "任意",
        null,
        rule,
        new ClassBounds(List.of(bounds).stream().map(BigDecimal::new).toList()));
  }

  @Provide
  Arbitrary<BigDecimal> footprints() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(new BigDecimal("120"), new BigDecimal("300")).ofScale(5),
        // On bounds.
        Arbitraries.of("150", "190.5", "200", "230", "170.00036428571", "200.000428571428")
            .map(BigDecimal::new));
  }
}
