package org.carbonpublicity.rating.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of classes that part rated models as somebody wants them parted. The k-th bound lies
 * between the ratios of two neighbours in the order of ratios: the last model of class k and the
 * first one of class k + 1. Models of equal ratio cannot be parted, so that shares are reached as
 * nearly as the models allow.
 */
public final class BandFit {

  /** Decimals of a ratio as it is compared here. */
  private static final int DECIMALS = 6;

  private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(DECIMALS);

  private BandFit() {}

  /**
   * How many models belong to class k or better, for each k from 1 to 4, half up.
   *
   * @param sharesPercent of classes 1 to 5; they are taken in proportion, so that rounded ones need
   *     not add up to 100
   */
  public static List<Long> cumulativeCounts(List<BigDecimal> sharesPercent, long models) {
    BigDecimal total = sharesPercent.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal reached = BigDecimal.ZERO;
    List<Long> counts = new ArrayList<>();
    for (BigDecimal share : sharesPercent.subList(0, ClassBounds.COUNT)) {
      reached = reached.add(share);
      counts.add(
          reached
              .multiply(BigDecimal.valueOf(models))
              .divide(total, 0, RoundingMode.HALF_UP)
              .longValueExact());
    }
    return counts;
  }

  /**
   * The two ratios that a bound lies between, 6 decimals, half up.
   *
   * @param last of the better class; null when that is to be empty
   * @param next of the worse class; null when there is none
   */
  public record Gap(@Nullable BigDecimal last, @Nullable BigDecimal next) {}

  /**
   * A bound in each gap: the one with the fewest decimals, so that it can be written into a scheme
   * and spoken about. Bounds rise; where two gaps are one, the class between them stays empty.
   */
  public static List<BigDecimal> bounds(List<Gap> gaps) {
    List<BigDecimal> bounds = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (Gap gap : gaps) {
      // Above what rounding may have taken off the last one, below what it may have added to the
      // next.
      BigDecimal least = gap.last() == null ? STEP : gap.last().add(STEP);
      least = least.max(before.add(STEP));
      BigDecimal most = gap.next() == null ? least.add(BigDecimal.ONE) : gap.next().subtract(STEP);
      BigDecimal bound = least.compareTo(most) >= 0 ? least : shortest(least, most);
      bounds.add(bound);
      before = bound;
    }
    return bounds;
  }

  private static BigDecimal shortest(BigDecimal least, BigDecimal most) {
    for (int decimals = 0; decimals < DECIMALS; decimals++) {
      BigDecimal candidate = least.setScale(decimals, RoundingMode.CEILING);
      if (candidate.compareTo(most) <= 0) {
        return candidate;
      }
    }
    return least;
  }
}
