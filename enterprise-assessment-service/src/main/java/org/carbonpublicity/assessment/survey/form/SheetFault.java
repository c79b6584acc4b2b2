package org.carbonpublicity.assessment.survey.form;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a sheet.
 *
 * @param row as the spreadsheet numbers it; the head is 1
 * @param column key of the column
 * @param code stable, for programs
 * @param value what stands there, shortened
 */
public record SheetFault(
    int row, String column, String code, String message, @Nullable String value) {}
