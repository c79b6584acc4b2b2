package org.carbonpublicity.disclosure.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.carbonpublicity.disclosure.form.RowFault;
import org.jspecify.annotations.Nullable;

/**
 * A feedback form and what became of it.
 *
 * @param id null for a dry run
 * @param errorsTotal faults found; {@code errors} lists the first thousand
 */
public record FeedbackForm(
    @Nullable String id,
    int batch,
    List<String> enterprises,
    boolean dryRun,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    long errorsTotal,
    List<RowFault> errors,
    List<Result> results,
    @Nullable Instant receivedAt) {

  /**
   * A recalculated model.
   *
   * @param revision the new one
   */
  public record Result(
      String modelCode,
      int revision,
      BigDecimal preliminaryGramsPerKm,
      BigDecimal recalculatedGramsPerKm) {}
}
