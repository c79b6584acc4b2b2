package org.carbonpublicity.disclosure.model;

/** Shape of a vehicle, one part of its category. */
public enum BodyType {
  SEDAN,
  SUV,
  MPV
}
