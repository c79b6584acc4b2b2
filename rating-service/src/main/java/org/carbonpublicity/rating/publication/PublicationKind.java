package org.carbonpublicity.rating.publication;

/** What a publication is, as far as its announcement tells. */
public enum PublicationKind {
  /** A disclosure round. */
  BATCH,
  /** Corrected footprints, attributes or on-sale states; may withdraw models as well. */
  CORRECTION,
  /** A correction that does nothing but withdraw models. */
  WITHDRAWAL
}
