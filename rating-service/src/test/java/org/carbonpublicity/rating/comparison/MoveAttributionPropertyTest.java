package org.carbonpublicity.rating.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carbonpublicity.rating.scheme.AbsoluteBands;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.CategoryMeans;
import org.carbonpublicity.rating.scheme.CategorySum;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.FittedLines;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.PopulationNumbers;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.ReferenceRule;

/** What holds for the causes of every move. */
class MoveAttributionPropertyTest {

  record Model(Category category, BigDecimal curbMassKg, BigDecimal footprint) {}

  @Property
  void theStepsAddUpToTheMove(
      @ForAll("schemes") RatingScheme earlier,
      @ForAll("schemes") RatingScheme later,
      @ForAll("populations") PopulationNumbers then,
      @ForAll("populations") PopulationNumbers now,
      @ForAll("models") Model before,
      @ForAll("models") Model after) {
    ClassSteps steps = attribute(earlier, later, then, now, before, after);
    int sum = 0;
    for (Cause cause : Cause.values()) {
      sum += number(steps.to(cause)) - number(steps.from(cause));
    }

    assertThat(sum).isEqualTo(number(steps.afterScheme()) - number(steps.before()));
    assertThat(steps.before()).isEqualTo(rate(earlier, before, then));
    assertThat(steps.afterScheme()).isEqualTo(rate(later, after, now));
    if (steps.causes().isEmpty()) {
      assertThat(steps.before()).isEqualTo(steps.afterScheme());
    }
  }

  @Property
  void underFixedLinesAndAbsoluteBandsThePopulationMovesNoClass(
      @ForAll("schemesWithoutPopulation") RatingScheme earlier,
      @ForAll("schemes") RatingScheme later,
      @ForAll("populations") PopulationNumbers then,
      @ForAll("populations") PopulationNumbers now,
      @ForAll("models") Model before,
      @ForAll("models") Model after) {
    ClassSteps steps = attribute(earlier, later, then, now, before, after);

    assertThat(steps.causes()).doesNotContain(Cause.POPULATION);
  }

  @Property
  void whatStaysTheSameCausesNothing(
      @ForAll("schemes") RatingScheme scheme,
      @ForAll("populations") PopulationNumbers then,
      @ForAll("populations") PopulationNumbers now,
      @ForAll("models") Model before,
      @ForAll("models") Model after) {
    assertThat(attribute(scheme, scheme, then, now, before, after).causes())
        .doesNotContain(Cause.SCHEME);
    assertThat(attribute(scheme, scheme, then, now, before, before).causes())
        .doesNotContain(Cause.OWN);
    assertThat(attribute(scheme, scheme, then, then, before, after).causes())
        .doesNotContain(Cause.POPULATION);
  }

  private static ClassSteps attribute(
      RatingScheme earlier,
      RatingScheme later,
      PopulationNumbers then,
      PopulationNumbers now,
      Model before,
      Model after) {
    return new MoveAttribution(earlier, then, now, earlier == later)
        .attribute(
            rate(earlier, before, then),
            rate(later, after, now),
            after.category(),
            after.curbMassKg(),
            after.footprint());
  }

  private static Standing rate(RatingScheme scheme, Model model, PopulationNumbers population) {
    return Standing.of(
        scheme
            .rate(model.category(), model.curbMassKg(), model.footprint(), population)
            .ratingClass());
  }

  /** Any number per standing will do for the sum. */
  private static int number(Standing standing) {
    return Objects.requireNonNullElse(standing.ratingClass(), 9);
  }

  @Provide
  Arbitrary<RatingScheme> schemes() {
    return Arbitraries.oneOf(
        schemesWithoutPopulation(),
        bands("0.9", "1", "1.1", "1.2").map(bounds -> scheme(new CategoryMeans(), bounds)),
        bands("0.9", "1", "1.1", "1.2").map(bounds -> scheme(new FittedLines(), bounds)));
  }

  @Provide
  Arbitrary<RatingScheme> schemesWithoutPopulation() {
    return Arbitraries.oneOf(
        lines().map(lines -> scheme(new FixedLines(lines), bounds("0.9", "1", "1.1", "1.2"))),
        bands("150", "200", "250", "300").map(bounds -> scheme(new AbsoluteBands(), bounds)));
  }

  private static Arbitrary<ClassBounds> bands(String... bounds) {
    return decimals("0.8", "1.2", 2)
        .map(
            factor ->
                new ClassBounds(
                    List.of(bounds).stream()
                        .map(bound -> new BigDecimal(bound).multiply(factor))
                        .toList()));
  }

  private static ClassBounds bounds(String... bounds) {
    return new ClassBounds(List.of(bounds).stream().map(BigDecimal::new).toList());
  }

  private static RatingScheme scheme(ReferenceRule rule, ClassBounds bounds) {
    return new RatingScheme("any", "Any", "任意", null, rule, bounds);
  }

  private static Arbitrary<Map<Powertrain, ReferenceLine>> lines() {
    Arbitrary<ReferenceLine> line =
        Combinators.combine(decimals("10", "100", 1), decimals("0.05", "0.2", 3))
            .as(ReferenceLine::new);
    return Combinators.combine(line, line, Arbitraries.of(true, false))
        .as(
            (one, other, both) -> {
              Map<Powertrain, ReferenceLine> lines = new EnumMap<>(Powertrain.class);
              lines.put(Powertrain.GASOLINE, one);
              if (both) {
                lines.put(Powertrain.BEV, other);
              }
              return lines;
            });
  }

  @Provide
  Arbitrary<PopulationNumbers> populations() {
    Arbitrary<CategorySum> sum =
        Combinators.combine(decimals("150", "260", 2), Arbitraries.longs().between(1, 9))
            .as(
                (mean, models) ->
                    new CategorySum(mean.multiply(BigDecimal.valueOf(7)), 6 + models));
    return Combinators.combine(lines(), sum, sum)
        .as(
            (lines, one, other) ->
                new PopulationNumbers(
                    lines,
                    Map.of(category(Powertrain.GASOLINE), one, category(Powertrain.BEV), other)));
  }

  @Provide
  Arbitrary<Model> models() {
    return Combinators.combine(
            Arbitraries.of(Powertrain.GASOLINE, Powertrain.BEV, Powertrain.HEV),
            decimals("900", "2400", 1).injectNull(0.05),
            decimals("100", "350", 3))
        .as((powertrain, mass, footprint) -> new Model(category(powertrain), mass, footprint));
  }

  private static Category category(Powertrain powertrain) {
    return new Category(powertrain, "SUV", "A");
  }

  private static Arbitrary<BigDecimal> decimals(String from, String to, int scale) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(from), new BigDecimal(to))
        .ofScale(scale);
  }
}
