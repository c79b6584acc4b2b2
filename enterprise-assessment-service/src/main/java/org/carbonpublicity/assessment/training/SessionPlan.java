package org.carbonpublicity.assessment.training;

import java.time.LocalDate;

/**
 * What a session will be.
 *
 * @param endsOn last day; certificates are valid from it
 * @param validMonths for how long certificates are valid
 * @param capacity how many can take part
 */
public record SessionPlan(
    String title,
    String titleZh,
    LocalDate startsOn,
    LocalDate endsOn,
    String place,
    int validMonths,
    int capacity) {

  /** The last day on which a certificate of this session is valid. */
  public LocalDate validTo() {
    return endsOn.plusMonths(validMonths);
  }
}
