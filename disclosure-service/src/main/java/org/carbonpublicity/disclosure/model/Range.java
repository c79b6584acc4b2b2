package org.carbonpublicity.disclosure.model;

import java.math.BigDecimal;

/** What a number of a vehicle may be, both ends included; wide enough for every passenger car. */
public enum Range {
  /** kg. */
  CURB_MASS("300", "6000", 3),
  /** Litres per 100 km. */
  FUEL("0.1", "60", 6),
  /** kWh per 100 km. */
  ELECTRICITY("1", "100", 6),
  /** kWh. */
  BATTERY("0.1", "400", 6),
  /** CNY. */
  PRICE("1000", "1000000000", 2),
  /** gCO2e/km. */
  FOOTPRINT("1", "5000", 12);

  private final BigDecimal least;
  private final BigDecimal most;
  private final int decimals;

  Range(String least, String most, int decimals) {
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
    this.decimals = decimals;
  }

  public boolean holds(BigDecimal value) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  /** Decimals that a value has at most. */
  public int decimals() {
    return decimals;
  }

  @Override
  public String toString() {
    return least.toPlainString() + " to " + most.toPlainString();
  }
}
