package org.carbonpublicity.disclosure.model;

/** Chemistry of a traction battery. */
public enum BatteryChemistry {
  LFP,
  NMC,
  LMO,
  NIMH
}
