package org.carbonpublicity.rating.label;

/** What a label certifies. */
public enum LabelKind {
  /** The class of a model. */
  CLASS,
  /** That a model has the lowest footprint of its category. */
  TOP_RUNNER
}
