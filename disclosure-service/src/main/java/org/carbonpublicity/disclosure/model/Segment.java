package org.carbonpublicity.disclosure.model;

/** Size of a vehicle, one part of its category. */
public enum Segment {
  A00,
  A0,
  A,
  B,
  C,
  D
}
