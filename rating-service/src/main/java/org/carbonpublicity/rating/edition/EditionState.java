package org.carbonpublicity.rating.edition;

/** How far an edition has come. Readers see completed ones only. */
public enum EditionState {
  /** All ratings are computed; their events are being written. */
  COMPUTED,
  /** All events are written: readers have switched to it. */
  COMPLETED
}
