package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The sums of a least-squares fit of footprint y (gCO2e/km) over curb mass x (kg), exact.
 *
 * @param models how many have a mass and are on sale
 */
public record LineFit(
    long models, BigDecimal sumX, BigDecimal sumY, BigDecimal sumXX, BigDecimal sumXY) {

  /** Under so many models a line says more of chance than of mass: the category mean stands in. */
  public static final int FEWEST_MODELS = 30;

  /**
   * Decimals that slope and intercept are rounded to, half up. An edition publishes the rounded
   * line and rates by that very line, so that everybody can repeat its classes.
   */
  public static final int DECIMALS = 12;

  /**
   * The line with the least sum of squared residuals: slope = (n·Σxy − Σx·Σy) / (n·Σxx − (Σx)²),
   * intercept = (Σy·Σxx − Σx·Σxy) / (n·Σxx − (Σx)²), both from the exact sums (the normal equations
   * of simple linear regression).
   *
   * @return empty under {@value #FEWEST_MODELS} models, or when all have the same mass
   */
  public Optional<ReferenceLine> line() {
    BigDecimal count = BigDecimal.valueOf(models);
    BigDecimal spread = count.multiply(sumXX).subtract(sumX.multiply(sumX));
    if (models < FEWEST_MODELS || spread.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal rise = count.multiply(sumXY).subtract(sumX.multiply(sumY));
    BigDecimal start = sumY.multiply(sumXX).subtract(sumX.multiply(sumXY));
    return Optional.of(
        new ReferenceLine(
            start.divide(spread, DECIMALS, RoundingMode.HALF_UP),
            rise.divide(spread, DECIMALS, RoundingMode.HALF_UP)));
  }
}
