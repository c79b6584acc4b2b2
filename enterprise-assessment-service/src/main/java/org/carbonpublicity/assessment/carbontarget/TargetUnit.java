package org.carbonpublicity.assessment.carbontarget;

/** What a target is measured in. */
public enum TargetUnit {
  TCO2E("tCO2e"),
  GCO2E_PER_KM("gCO2e/km"),
  TCO2E_PER_VEHICLE("tCO2e/vehicle");

  private final String symbol;

  TargetUnit(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
