package org.carbonpublicity.reporting.view;

import java.util.List;

/**
 * One thing that is asked of a model. A model that does not have what is asked for (no price, no
 * launch month) does not fulfil it.
 *
 * @param field what is looked at
 * @param values what it must be: one of them; for {@link Field#TEXT} all of them; exactly one for
 *     bounds, names and flags
 */
public record Criterion(Field field, List<String> values) {

  /** What of a model is looked at, and how. */
  public enum Field {
    /** Code of the enterprise, or its name without regard to case and width. */
    ENTERPRISE,
    /** Name without regard to case and width. */
    GROUP,
    BRAND,
    SERIES,
    POWERTRAIN,
    BODY_TYPE,
    SEGMENT,
    /** As {@link PublishedModel#category}. */
    CATEGORY,
    /** {@code 1} to {@code 5} or {@link #UNRATED}. */
    CLASS,
    /** {@code true} or {@code false}. */
    ON_SALE,
    /** {@code true} or {@code false}; a model off sale is neither. */
    BELOW_AVERAGE,
    /** CNY, inclusive. */
    PRICE_FROM,
    /** CNY, exclusive: a bound belongs to what is above it, as in price bands. */
    PRICE_TO,
    /** gCO2e/km, inclusive. */
    FOOTPRINT_FROM,
    /** gCO2e/km, exclusive. */
    FOOTPRINT_TO,
    /** YYYY-MM, inclusive. */
    LAUNCH_FROM,
    /** YYYY-MM, inclusive. */
    LAUNCH_TO,
    /**
     * Words that all stand in code, name, series, brand, enterprise or group, in any case and
     * width.
     */
    TEXT,
    /** Code of the enterprise. */
    ENTERPRISE_CODE,
    /** Enterprises that a model of the edition knows by exactly this name. */
    ENTERPRISE_NAME,
    /** Exact group, as figures count it. */
    COUNTED_GROUP,
    /** Exact brand. */
    COUNTED_BRAND,
    /** Exact country style. */
    COUNTRY_STYLE
  }

  /** Class of a model that has none. */
  public static final String UNRATED = "UNRATED";

  public Criterion {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing is asked of " + field);
    }
  }

  public static Criterion of(Field field, String... values) {
    return new Criterion(field, List.of(values));
  }
}
