package org.carbonpublicity.assessment.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.carbonpublicity.assessment.scoring.DimensionCount;
import org.carbonpublicity.assessment.scoring.Share;
import org.jspecify.annotations.Nullable;

/**
 * Two results of an enterprise beside each other.
 *
 * @param itemsGained codes of items of both guidelines, met later and not earlier, in the order of
 *     the later guideline
 * @param itemsLost the same, met earlier and not later
 * @param itemsOnlyLater codes of items that the later guideline alone has
 * @param itemsOnlyEarlier codes of items that the earlier guideline alone has
 */
public record Comparison(
    Assessment later,
    Assessment earlier,
    List<DimensionChange> dimensions,
    List<String> itemsGained,
    List<String> itemsLost,
    List<String> itemsOnlyLater,
    List<String> itemsOnlyEarlier) {

  private static final int WRITTEN_DECIMALS = 10;

  /** One dimension; absent on the side of a guideline that does not have it. */
  public record DimensionChange(
      String dimension, @Nullable DimensionCount later, @Nullable DimensionCount earlier) {}

  /** Later minus earlier score, in points. */
  public BigDecimal scoreDifference() {
    return difference(later.outcome().score(), earlier.outcome().score());
  }

  /** Later minus earlier mandatory ratio, in percentage points. */
  public BigDecimal mandatoryRatioDifference() {
    return difference(later.outcome().mandatoryRatio(), earlier.outcome().mandatoryRatio());
  }

  public int starsDifference() {
    return later.outcome().award().stars() - earlier.outcome().award().stars();
  }

  /** 100 · (a / b − c / d) = 100 · (a · d − c · b) / (b · d), rounded once, to ten decimals. */
  private static BigDecimal difference(Share minuend, Share subtrahend) {
    BigDecimal numerator =
        minuend
            .part()
            .multiply(subtrahend.whole())
            .subtract(subtrahend.part().multiply(minuend.whole()));
    BigDecimal difference =
        numerator
            .multiply(BigDecimal.valueOf(100))
            .divide(
                minuend.whole().multiply(subtrahend.whole()),
                WRITTEN_DECIMALS,
                RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return difference.scale() < 0 ? difference.setScale(0) : difference;
  }
}
