package org.carbonpublicity.disclosure.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.carbonpublicity.disclosure.form.Remark;
import org.carbonpublicity.disclosure.form.RowFault;
import org.jspecify.annotations.Nullable;

/**
 * A feedback form and what became of it: the receipt.
 *
 * @param id null for a dry run
 * @param remarks accepted rows by what they say
 * @param errorsTotal faults found; {@code errors} lists the first thousand
 * @param results models that got a new revision
 * @param answers rows that say more than agreed or corrected, or have a comment; the first ten
 *     thousand
 * @param fileSha256 of the file as it was received; null for a form from before receipts
 * @param templateVersion as the file states it; null when it states none
 * @param supersededBy the form after which nothing of this one counts any more
 * @param supersedes the forms of which nothing counts any more since this one
 */
public record FeedbackForm(
    @Nullable String id,
    int batch,
    List<String> enterprises,
    boolean dryRun,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    Remarks remarks,
    long errorsTotal,
    List<RowFault> errors,
    List<Result> results,
    List<Answer> answers,
    @Nullable Instant receivedAt,
    @Nullable String receivedFrom,
    @Nullable String mediaType,
    @Nullable String fileSha256,
    @Nullable String templateVersion,
    @Nullable String supersededBy,
    List<String> supersedes) {

  /** Rows by what they say. */
  public record Remarks(
      long agreed, long corrected, long notIdentifiable, long outOfScope, long noLongerProduced) {

    static final Remarks NONE = new Remarks(0, 0, 0, 0, 0);
  }

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

  /** What a row says of its model. */
  public record Answer(
      @Nullable Long row, String modelCode, Remark remark, @Nullable String comment) {}
}
