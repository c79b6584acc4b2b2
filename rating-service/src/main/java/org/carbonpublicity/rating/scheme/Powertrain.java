package org.carbonpublicity.rating.scheme;

/** What drives a vehicle model. */
public enum Powertrain {
  GASOLINE,
  DIESEL,
  HEV,
  PHEV,
  BEV
}
