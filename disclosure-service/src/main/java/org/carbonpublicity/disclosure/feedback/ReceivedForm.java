package org.carbonpublicity.disclosure.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feedback form in a list.
 *
 * @param evidence number of files
 */
public record ReceivedForm(
    String id,
    int batch,
    List<String> enterprises,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    FeedbackForm.Remarks remarks,
    Instant receivedAt,
    String receivedFrom,
    @Nullable String fileSha256,
    @Nullable String templateVersion,
    @Nullable String supersededBy,
    long evidence) {

  /**
   * The same with its place in the order of receipt.
   *
   * @param sequence grows in that order
   */
  public record Placed(long sequence, ReceivedForm form) {}
}
