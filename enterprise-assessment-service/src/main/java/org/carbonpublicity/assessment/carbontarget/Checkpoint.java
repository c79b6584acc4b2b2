package org.carbonpublicity.assessment.carbontarget;

import java.time.LocalDate;

/**
 * A year of which the enterprise reports.
 *
 * @param dueOn last day (UTC) on which the report is in time
 */
public record Checkpoint(int year, LocalDate dueOn) {}
