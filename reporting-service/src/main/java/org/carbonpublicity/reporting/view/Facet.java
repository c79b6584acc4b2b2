package org.carbonpublicity.reporting.view;

/** A property by which found models are counted. */
public enum Facet {
  POWERTRAIN("powertrain", Criterion.Field.POWERTRAIN),
  CLASS("class", Criterion.Field.CLASS),
  BODY_TYPE("bodyType", Criterion.Field.BODY_TYPE),
  SEGMENT("segment", Criterion.Field.SEGMENT);

  private final String key;
  private final Criterion.Field field;

  Facet(String key, Criterion.Field field) {
    this.key = key;
    this.field = field;
  }

  public String key() {
    return key;
  }

  public Criterion.Field field() {
    return field;
  }

  /** Models that have a value. */
  public record Count(String value, long models) {}
}
