package org.carbonpublicity.disclosure.model;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Term;
import org.carbonpublicity.disclosure.form.VehicleRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of a form with its footprint.
 *
 * @param footprintGramsPerKm null only when the row has faults
 * @param terms of a calculated footprint; null for an imported one
 */
public record StagedRow(
    VehicleRow row, @Nullable BigDecimal footprintGramsPerKm, @Nullable List<Term> terms) {}
