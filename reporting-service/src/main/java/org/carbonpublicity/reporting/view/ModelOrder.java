package org.carbonpublicity.reporting.view;

/**
 * Order of models. What has no value comes last either way; equal values are listed by code.
 *
 * @param descending highest first
 */
public record ModelOrder(By by, boolean descending) {

  /** What is ordered. */
  public enum By {
    FOOTPRINT,
    RATIO,
    NAME,
    PRICE
  }
}
