package org.carbonpublicity.rating.simulation;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme makes of an edition's models. Shares are of rated models on sale, in percent, with
 * 1 decimal, half up; lists by class begin with class 1.
 *
 * @param classUpperBounds by which models were rated: the scheme's, or the fitted ones
 * @param lines that the scheme has, or that were fitted to the models
 * @param classCounts rated models, on sale or not, as an edition counts them
 * @param moves from the edition's class to the simulated one; cells without models are left out
 * @param enterprises those with models on sale, by code
 */
public record SimulationResult(
    long models,
    long modelsOnSale,
    long modelsRated,
    List<BigDecimal> classUpperBounds,
    List<Line> lines,
    List<Long> classCounts,
    List<Long> classCountsOnSale,
    List<BigDecimal> classSharesPercent,
    List<Move> moves,
    List<EnterpriseShares> enterprises) {

  /**
   * A line of reference over curb mass; without numbers where models were too few for one.
   *
   * @param models that it was fitted to; null for a line of the scheme
   */
  public record Line(
      Powertrain powertrain,
      @Nullable Long models,
      @Nullable BigDecimal interceptGramsPerKm,
      @Nullable BigDecimal slopeGramsPerKmPerKg) {}

  /**
   * Models of one class in the edition and in the simulation.
   *
   * @param from 1 to 5, or null for unrated
   * @param to 1 to 5, or null for unrated
   */
  public record Move(
      @Nullable Integer from, @Nullable Integer to, long models, long modelsOnSale) {}

  /**
   * What becomes of an enterprise's models on sale.
   *
   * @param ratedBefore by class in the edition
   * @param ratedAfter by class in the simulation
   */
  public record EnterpriseShares(
      String enterprise,
      String enterpriseName,
      long modelsOnSale,
      List<Long> ratedBefore,
      List<Long> ratedAfter,
      List<BigDecimal> sharesPercentBefore,
      List<BigDecimal> sharesPercentAfter) {}
}
