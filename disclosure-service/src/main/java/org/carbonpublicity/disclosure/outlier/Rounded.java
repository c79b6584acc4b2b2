package org.carbonpublicity.disclosure.outlier;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of evidence as they are shown: three decimals, half up. */
final class Rounded {

  private static final int DECIMALS = 3;

  private Rounded() {}

  static BigDecimal of(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
