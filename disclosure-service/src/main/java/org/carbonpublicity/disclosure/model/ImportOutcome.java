package org.carbonpublicity.disclosure.model;

import java.util.List;
import org.carbonpublicity.disclosure.form.RowFault;

/**
 * What became of the rows of a form.
 *
 * @param errorsTotal faults found; {@code errors} lists the first thousand
 */
public record ImportOutcome(
    boolean dryRun,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    long errorsTotal,
    List<RowFault> errors) {}
