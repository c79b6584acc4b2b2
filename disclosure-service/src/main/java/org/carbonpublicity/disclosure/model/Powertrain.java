package org.carbonpublicity.disclosure.model;

/** What drives a vehicle, and therefore which consumptions it has. */
public enum Powertrain {
  GASOLINE(true, false, Traction.NONE),
  DIESEL(true, false, Traction.NONE),
  HEV(true, false, Traction.POSSIBLE),
  PHEV(true, true, Traction.REQUIRED),
  BEV(false, true, Traction.REQUIRED);

  /** Whether a traction battery is stated. A hybrid's small one is often not. */
  public enum Traction {
    NONE,
    POSSIBLE,
    REQUIRED
  }

  private final boolean burnsFuel;
  private final boolean charges;
  private final Traction traction;

  Powertrain(boolean burnsFuel, boolean charges, Traction traction) {
    this.burnsFuel = burnsFuel;
    this.charges = charges;
    this.traction = traction;
  }

  public boolean burnsFuel() {
    return burnsFuel;
  }

  /** True when it takes electricity from the grid. */
  public boolean charges() {
    return charges;
  }

  public Traction traction() {
    return traction;
  }
}
