package org.carbonpublicity.rating.scheme;

/** How far a scheme has come. */
public enum SchemeState {
  /** Never in force; may still be changed. */
  DRAFT,
  /** In force: the next edition is rated under it. */
  ACTIVE,
  /** Was in force: editions refer to it. May be activated again. */
  RETIRED
}
