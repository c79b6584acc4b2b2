package org.carbonpublicity.assessment.carbontarget;

/**
 * Emissions fall each year by the same part of the baseline:
 *
 * <pre>E(y) = E(base) · (1 − r · (y − base))</pre>
 *
 * <p>Source: Science Based Targets initiative, Target Setting Methodology, absolute contraction
 * approach (linear annual reduction r).
 */
public final class AbsoluteContraction {

  private AbsoluteContraction() {}

  /**
   * Allowed emissions in the unit of the baseline.
   *
   * @param annualReductionPercent r in percent of the baseline per year
   * @param years since the base year
   */
  public static Fraction at(Fraction baseline, Fraction annualReductionPercent, int years) {
    Fraction reduced = annualReductionPercent.times(Fraction.of(years)).dividedBy(Fraction.of(100));
    return baseline.times(Fraction.ONE.minus(reduced));
  }
}
