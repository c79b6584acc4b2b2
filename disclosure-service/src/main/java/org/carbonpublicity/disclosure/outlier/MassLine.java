package org.carbonpublicity.disclosure.outlier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The line of footprint over curb mass of one powertrain, and how far models usually are from it.
 * Slope by Theil–Sen (the median of the slopes of pairs, H. Theil 1950, P. K. Sen 1968), which up
 * to 29 % of wrong points cannot bend; intercept is the median of what the slope leaves; the scale
 * is 1.4826 times the median absolute deviation (a standard deviation when residuals are normal).
 *
 * @param slope gCO2e/km per kg
 * @param intercept gCO2e/km
 * @param scale gCO2e/km
 * @param models that the line was drawn through
 */
record MassLine(double slope, double intercept, double scale, int models) {

  private static final int FEWEST = 8;

  /** Pairs grow with the square: more models than these are represented by as many of them. */
  private static final int MOST_IN_PAIRS = 400;

  private static final double MAD_TO_DEVIATION = 1.4826;

  /** Models alike to the last digit would make every other one an outlier. */
  private static final double LEAST_SCALE = 1.0;

  /**
   * Draws the line; null with fewer than eight models, or all of one mass.
   *
   * @param masses kg
   * @param footprints gCO2e/km, of the same models
   */
  static @Nullable MassLine through(double[] masses, double[] footprints) {
    int n = masses.length;
    if (n < FEWEST) {
      return null;
    }
    double[] slopes = slopes(masses, footprints);
    if (slopes.length == 0) {
      return null;
    }
    double slope = median(slopes);
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = footprints[i] - slope * masses[i];
    }
    double intercept = median(rest);
    for (int i = 0; i < n; i++) {
      rest[i] = Math.abs(footprints[i] - slope * masses[i] - intercept);
    }
    double scale = Math.max(LEAST_SCALE, MAD_TO_DEVIATION * median(rest));
    return new MassLine(slope, intercept, scale, n);
  }

  double expected(double mass) {
    return intercept + slope * mass;
  }

  /** Slopes of all pairs of evenly chosen models whose masses differ. */
  private static double[] slopes(double[] masses, double[] footprints) {
    int chosen = Math.min(masses.length, MOST_IN_PAIRS);
    double[] slopes = new double[chosen * (chosen - 1) / 2];
    int count = 0;
    for (int i = 0; i < chosen; i++) {
      int a = (int) ((long) i * masses.length / chosen);
      for (int j = i + 1; j < chosen; j++) {
        int b = (int) ((long) j * masses.length / chosen);
        if (masses[a] != masses[b]) {
          slopes[count++] = (footprints[b] - footprints[a]) / (masses[b] - masses[a]);
        }
      }
    }
    return Arrays.copyOf(slopes, count);
  }

  /** The median; sorts what it is given. */
  static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
