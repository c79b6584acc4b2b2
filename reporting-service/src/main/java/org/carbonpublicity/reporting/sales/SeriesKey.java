package org.carbonpublicity.reporting.sales;

/**
 * A series of an enterprise.
 *
 * @param enterprise code
 * @param series the {@link MatchKey} of its name
 */
public record SeriesKey(String enterprise, String series) {

  /** The key of a series by its name, in whatever spelling. */
  public static SeriesKey of(String enterprise, String name) {
    return new SeriesKey(enterprise, MatchKey.of(name));
  }
}
