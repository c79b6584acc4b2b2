package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is allowed in each year from the baseline to the target, exactly. */
public final class TargetPath {

  private final NavigableMap<Integer, Fraction> allowed;

  private TargetPath(NavigableMap<Integer, Fraction> allowed) {
    this.allowed = Collections.unmodifiableNavigableMap(allowed);
  }

  /**
   * The path of a definition that {@link TargetRules} found no fault with.
   *
   * <p>A target lower than the model's stretches the model's path: each year's reduction grows by
   * the same factor, so that the path ends at the target.
   *
   * @param pathway the version that the definition names; null for an absolute contraction
   */
  public static TargetPath of(TargetDefinition definition, @Nullable SectorPathway pathway) {
    NavigableMap<Integer, Fraction> allowed = new TreeMap<>();
    int base = definition.baseline().year();
    for (int year = base; year <= definition.targetYear(); year++) {
      allowed.put(year, modelled(definition, pathway, year));
    }
    BigDecimal lower = definition.targetValue();
    if (lower != null) {
      Fraction start = Fraction.of(definition.baseline().value());
      Fraction end = allowed.lastEntry().getValue();
      Fraction stretch = start.minus(Fraction.of(lower)).dividedBy(start.minus(end));
      allowed.replaceAll((year, value) -> start.minus(start.minus(value).times(stretch)));
    }
    return new TargetPath(allowed);
  }

  /** What the model allows in a year, whatever lower target the enterprise sets itself. */
  static Fraction modelled(TargetDefinition definition, @Nullable SectorPathway pathway, int year) {
    Baseline baseline = definition.baseline();
    Fraction start = Fraction.of(baseline.value());
    if (definition.model() == TargetModel.ABSOLUTE_CONTRACTION) {
      Fraction rate =
          Fraction.of(Objects.requireNonNull(definition.annualReductionPercent(), "rate"));
      return AbsoluteContraction.at(start, rate, year - baseline.year());
    }
    return IntensityConvergence.at(
        start,
        baseline.year(),
        year,
        Objects.requireNonNull(pathway, "pathway"),
        y -> definition.activityOf(y).orElseThrow());
  }

  /** Allowed values by year, in the unit of the baseline. */
  public NavigableMap<Integer, Fraction> allowed() {
    return allowed;
  }

  /**
   * @throws IllegalArgumentException when the path does not cover the year
   */
  public Fraction allowed(int year) {
    Fraction value = allowed.get(year);
    if (value == null) {
      throw new IllegalArgumentException("the path does not cover " + year);
    }
    return value;
  }

  /** The value of the target year. */
  public Fraction target() {
    return allowed.lastEntry().getValue();
  }
}
