package org.carbonpublicity.disclosure.correction;

import java.util.List;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.form.RowFault;
import org.jspecify.annotations.Nullable;

/**
 * What became of a correction.
 *
 * @param batch its number; null for a dry run
 * @param publication its number in the order of publications; null for a dry run
 * @param models models with a new revision, or that would get one
 * @param errors of a dry run, the first thousand; a real one with faults is refused
 */
public record CorrectionOutcome(
    CorrectionKind kind,
    String reason,
    boolean dryRun,
    @Nullable Integer batch,
    @Nullable Integer publication,
    long models,
    long errorsTotal,
    List<RowFault> errors) {}
