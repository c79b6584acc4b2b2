package org.carbonpublicity.assessment.carbontarget;

import java.util.function.IntFunction;

/**
 * An enterprise's intensity meets that of its sector in 2050:
 *
 * <pre>
 * I(y) = d · p(y) · m(y) + SI(2050)
 * d    = I(base) − SI(2050)
 * p(y) = (SI(y) − SI(2050)) / (SI(base) − SI(2050))
 * m(y) = (A(base) / SA(base)) / (A(y) / SA(y))
 * </pre>
 *
 * <p>with SI and SA the sector's intensity and activity and A the enterprise's activity: who grows
 * faster than the sector (m below 1) has to fall faster. Source: Krabbe et al., "Aligning corporate
 * greenhouse-gas emissions targets with climate goals", Nature Climate Change 5 (2015), and Science
 * Based Targets initiative, Sectoral Decarbonization Approach.
 */
public final class IntensityConvergence {

  private IntensityConvergence() {}

  /**
   * Allowed intensity in the unit of the pathway.
   *
   * @param activity of the enterprise by year
   * @throws IllegalArgumentException when the pathway does not reach a year
   * @throws ArithmeticException when the sector's intensity of the base year is that of 2050
   */
  public static Fraction at(
      Fraction baseIntensity,
      int baseYear,
      int year,
      SectorPathway pathway,
      IntFunction<Fraction> activity) {
    Fraction last = intensity(pathway, SectorPathway.LAST_YEAR);
    Fraction distance = baseIntensity.minus(last);
    Fraction remaining =
        intensity(pathway, year).minus(last).dividedBy(intensity(pathway, baseYear).minus(last));
    Fraction baseShare = activity.apply(baseYear).dividedBy(sectorActivity(pathway, baseYear));
    Fraction share = activity.apply(year).dividedBy(sectorActivity(pathway, year));
    return distance.times(remaining).times(baseShare.dividedBy(share)).plus(last);
  }

  private static Fraction intensity(SectorPathway pathway, int year) {
    return pathway.intensity(year).orElseThrow(() -> beyond(pathway, year));
  }

  private static Fraction sectorActivity(SectorPathway pathway, int year) {
    return pathway.activity(year).orElseThrow(() -> beyond(pathway, year));
  }

  private static RuntimeException beyond(SectorPathway pathway, int year) {
    return new IllegalArgumentException("pathway " + pathway.id() + " does not reach " + year);
  }
}
