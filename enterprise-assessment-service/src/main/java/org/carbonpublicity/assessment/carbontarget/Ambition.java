package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;

/**
 * The warming a target is in line with, and the least linear annual reduction that takes (percent
 * of the baseline per year). Source: Science Based Targets initiative, Target Setting Methodology,
 * cross-sector absolute contraction: 4.2 % for 1.5 °C, 2.5 % for well below 2 °C.
 */
public enum Ambition {
  CELSIUS_1_5("4.2"),
  WELL_BELOW_2("2.5");

  private final BigDecimal leastAnnualReductionPercent;

  Ambition(String leastAnnualReductionPercent) {
    this.leastAnnualReductionPercent = new BigDecimal(leastAnnualReductionPercent);
  }

  public BigDecimal leastAnnualReductionPercent() {
    return leastAnnualReductionPercent;
  }
}
