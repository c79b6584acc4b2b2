package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a sector's intensity and activity go on until {@value #LAST_YEAR}, as one version of it says.
 * A version never changes.
 *
 * @param unit of the intensities
 * @param source where the values are from
 * @param illustrative whether they stand for nothing published
 * @param points in the order of years, the last one of {@value #LAST_YEAR}
 */
public record SectorPathway(
    String id,
    int version,
    String title,
    TargetUnit unit,
    String activityUnit,
    Ambition ambition,
    String source,
    boolean illustrative,
    List<Point> points) {

  public static final int LAST_YEAR = 2050;

  /**
   * @param intensity in the unit of the pathway
   * @param activity of the whole sector, above zero
   */
  public record Point(int year, BigDecimal intensity, BigDecimal activity) {}

  public int firstYear() {
    return points.get(0).year();
  }

  /** Intensity in a year, linear between points; empty before the first. */
  public Optional<Fraction> intensity(int year) {
    return at(year, Point::intensity);
  }

  /** Activity in a year, linear between points; empty before the first. */
  public Optional<Fraction> activity(int year) {
    return at(year, Point::activity);
  }

  private Optional<Fraction> at(int year, Function<Point, BigDecimal> value) {
    return Interpolation.at(year, points, Point::year, value);
  }
}
