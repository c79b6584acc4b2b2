package org.carbonpublicity.rating.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
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

/** What holds for every scheme and every model. */
class RatingSchemePropertyTest {

  private static final Category CATEGORY = new Category(Powertrain.GASOLINE, "SEDAN", "A");

  record Model(Powertrain powertrain, BigDecimal curbMassKg, BigDecimal footprint) {}

  @Property
  void scalingFootprintsAndLinesTogetherChangesNoClass(
      @ForAll("schemes") RatingScheme scheme,
      @ForAll("models") Model model,
      @ForAll("factors") BigDecimal factor) {
    Rating before = rate(scheme, model, model.footprint());
    Rating after = rate(scaled(scheme, factor), model, model.footprint().multiply(factor));

    assertThat(after.ratingClass()).isEqualTo(before.ratingClass());
    assertThat(after.ratio()).isEqualTo(before.ratio());
  }

  @Property
  void scalingThePopulationTogetherChangesNoClass(
      @ForAll("relative") RatingScheme scheme,
      @ForAll("models") Model model,
      @ForAll("populations") PopulationNumbers population,
      @ForAll("factors") BigDecimal factor) {
    Rating before = scheme.rate(CATEGORY, model.curbMassKg(), model.footprint(), population);
    Rating after =
        scheme.rate(
            CATEGORY,
            model.curbMassKg(),
            model.footprint().multiply(factor),
            scaled(population, factor));

    assertThat(after.ratingClass()).isEqualTo(before.ratingClass());
    assertThat(after.ratio()).isEqualTo(before.ratio());
    assertThat(after.unratedReason()).isEqualTo(before.unratedReason());
  }

  @Property
  void aMeanIsComparedExactly(
      @ForAll("populations") PopulationNumbers population, @ForAll("models") Model model) {
    CategorySum sum = population.categories().get(CATEGORY);
    RatingScheme scheme =
        scheme(
            new CategoryMeans(),
            List.of(BigDecimal.ONE, new BigDecimal("2"), BigDecimal.TEN, new BigDecimal("99")));
    Rating rating = scheme.rate(CATEGORY, null, model.footprint(), population);

    // As integers: footprint · models against the sum.
    boolean best =
        model
                .footprint()
                .movePointRight(4)
                .toBigIntegerExact()
                .multiply(BigInteger.valueOf(sum.models()))
                .compareTo(sum.footprintGramsPerKm().movePointRight(4).toBigIntegerExact())
            <= 0;
    assertThat(rating.ratingClass() == RatingClass.LOW_CARBON_PLUS).isEqualTo(best);
  }

  @Property
  void aLowerFootprintNeverWorsensTheClass(
      @ForAll("schemes") RatingScheme scheme,
      @ForAll("models") Model model,
      @ForAll("shares") BigDecimal share) {
    Rating before = rate(scheme, model, model.footprint());
    Rating after = rate(scheme, model, model.footprint().multiply(share));

    assertThat(number(after)).isLessThanOrEqualTo(number(before));
  }

  @Property
  void theClassIsTheBandThatHoldsTheFootprint(
      @ForAll("schemes") RatingScheme scheme, @ForAll("models") Model model) {
    Rating rating = rate(scheme, model, model.footprint());
    BigDecimal reference = Objects.requireNonNull(rating.reference());
    List<BigDecimal> bounds = scheme.bounds().upperBounds();
    int band = number(rating) - 1;

    if (band < bounds.size()) {
      assertThat(model.footprint()).isLessThanOrEqualTo(bounds.get(band).multiply(reference));
    }
    if (band > 0) {
      assertThat(model.footprint()).isGreaterThan(bounds.get(band - 1).multiply(reference));
    }
  }

  private static int number(Rating rating) {
    return Objects.requireNonNull(rating.ratingClass()).number();
  }

  private static PopulationNumbers scaled(PopulationNumbers population, BigDecimal factor) {
    Map<Powertrain, ReferenceLine> lines = new EnumMap<>(Powertrain.class);
    population
        .lines()
        .forEach(
            (powertrain, line) ->
                lines.put(
                    powertrain,
                    new ReferenceLine(
                        line.interceptGramsPerKm().multiply(factor),
                        line.slopeGramsPerKmPerKg().multiply(factor))));
    CategorySum sum = population.categories().get(CATEGORY);
    return new PopulationNumbers(
        lines,
        Map.of(
            CATEGORY, new CategorySum(sum.footprintGramsPerKm().multiply(factor), sum.models())));
  }

  private static RatingScheme scheme(ReferenceRule rule, List<BigDecimal> bounds) {
    return new RatingScheme("any", "Any", "任意", null, rule, new ClassBounds(bounds));
  }

  private static Rating rate(RatingScheme scheme, Model model, BigDecimal footprint) {
    return RatingSchemeTest.rate(scheme, model.powertrain(), model.curbMassKg(), footprint);
  }

  private static RatingScheme scaled(RatingScheme scheme, BigDecimal factor) {
    Map<Powertrain, ReferenceLine> lines = new EnumMap<>(Powertrain.class);
    ((FixedLines) scheme.reference())
        .lines()
        .forEach(
            (powertrain, line) ->
                lines.put(
                    powertrain,
                    new ReferenceLine(
                        line.interceptGramsPerKm().multiply(factor),
                        line.slopeGramsPerKmPerKg().multiply(factor))));
    return new RatingScheme(
        scheme.id(), "Scaled", "缩放", null, new FixedLines(lines), scheme.bounds());
  }

  @Provide
  Arbitrary<RatingScheme> schemes() {
    Arbitrary<ReferenceLine> lines =
        Combinators.combine(decimals("0", "100", 2), decimals("0.001", "0.3", 4))
            .as(ReferenceLine::new);
    Arbitrary<List<BigDecimal>> steps = decimals("0.01", "0.6", 3).list().ofSize(4);
    return Combinators.combine(
            Arbitraries.maps(Arbitraries.of(Powertrain.values()), lines)
                .ofSize(Powertrain.values().length),
            steps)
        .as(
            (byPowertrain, rises) ->
                new RatingScheme(
                    "any",
                    "Any",
                    "任意",
                    null,
                    new FixedLines(byPowertrain),
                    new ClassBounds(ascending(rises))));
  }

  private static List<BigDecimal> ascending(List<BigDecimal> rises) {
    List<BigDecimal> bounds = new ArrayList<>();
    BigDecimal bound = BigDecimal.ZERO;
    for (BigDecimal rise : rises) {
      bound = bound.add(rise);
      bounds.add(bound);
    }
    return bounds;
  }

  @Provide
  Arbitrary<RatingScheme> relative() {
    Arbitrary<ReferenceRule> rules = Arbitraries.of(new FittedLines(), new CategoryMeans());
    return Combinators.combine(rules, decimals("0.01", "0.6", 3).list().ofSize(4))
        .as((rule, rises) -> scheme(rule, ascending(rises)));
  }

  /** Of gasoline sedans; in half of them a line was fitted, which may fall with mass. */
  @Provide
  Arbitrary<PopulationNumbers> populations() {
    Arbitrary<CategorySum> sums =
        Combinators.combine(decimals("1", "900000", 4), Arbitraries.longs().between(1, 3_000))
            .as(CategorySum::new);
    Arbitrary<ReferenceLine> lines =
        Combinators.combine(decimals("-100", "300", 12), decimals("-0.05", "0.3", 12))
            .as(ReferenceLine::new);
    return Combinators.combine(sums, lines, Arbitraries.of(true, false))
        .as(
            (sum, line, fitted) ->
                new PopulationNumbers(
                    fitted ? Map.of(Powertrain.GASOLINE, line) : Map.of(), Map.of(CATEGORY, sum)));
  }

  @Provide
  Arbitrary<Model> models() {
    return Combinators.combine(
            Arbitraries.of(Powertrain.values()),
            decimals("500", "4000", 1),
            decimals("1", "900", 4))
        .as(Model::new);
  }

  @Provide
  Arbitrary<BigDecimal> factors() {
    return decimals("0.01", "100", 2);
  }

  @Provide
  Arbitrary<BigDecimal> shares() {
    return decimals("0.01", "1", 4);
  }

  private static Arbitrary<BigDecimal> decimals(String from, String to, int scale) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(from), new BigDecimal(to))
        .ofScale(scale);
  }
}
