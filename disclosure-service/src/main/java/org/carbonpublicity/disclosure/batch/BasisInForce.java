package org.carbonpublicity.disclosure.batch;

/** What footprints rest on now: told by those who calculate them, of whom batches know nothing. */
public interface BasisInForce {

  Basis basis();

  /** The factors, and how they become a footprint. */
  record Basis(String factorSet, String methodology) {}
}
