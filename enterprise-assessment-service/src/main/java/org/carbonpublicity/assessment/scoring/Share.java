package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * 100 · part / whole, kept as the two: a third has no last decimal, and a decision must not hang on
 * where one stopped writing.
 *
 * @param part not negative; may be larger than the whole
 * @param whole positive
 */
public record Share(BigDecimal part, BigDecimal whole) {

  private static final int WRITTEN_DECIMALS = 10;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Share {
    if (part.signum() < 0 || whole.signum() <= 0) {
      throw new IllegalArgumentException(part + " of " + whole + " is no share");
    }
  }

  /** A share of counts. */
  public Share(int part, int whole) {
    this(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** Whether the exact share is the floor or more. */
  public boolean atLeast(BigDecimal floorPercent) {
    return hundredfoldPart().compareTo(floorPercent.multiply(whole)) >= 0;
  }

  /** The share in percent to ten decimals, without trailing zeros. */
  public BigDecimal percent() {
    BigDecimal percent =
        hundredfoldPart()
            .divide(whole, WRITTEN_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }

  /** The exact share rounded half up to a whole number, for display only. */
  public int rounded() {
    return hundredfoldPart().divide(whole, 0, RoundingMode.HALF_UP).intValueExact();
  }

  private BigDecimal hundredfoldPart() {
    return HUNDRED.multiply(part);
  }
}
