package org.carbonpublicity.assessment.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which enterprises answer a guideline, and how their answers are reviewed.
 *
 * @param opensAt from when on submissions are taken
 * @param deadline submissions from then on are marked late
 * @param closesAt from when on none is taken any more; absent while late ones are still taken
 * @param assessors how many assessors have to agree on each item, 0 to 2; without any the scored
 *     answers go to the enterprise as they are
 * @param responseDays days an enterprise has to appeal against a result that was shared with it
 * @param version rises with every change
 */
public record AssessmentWindow(
    String id,
    String guideline,
    String title,
    String titleZh,
    Instant opensAt,
    Instant deadline,
    @Nullable Instant closesAt,
    int assessors,
    int responseDays,
    int version) {

  /** Names this version of this window. */
  public String tag() {
    return id + "-" + version;
  }

  public boolean hasOpened(Instant now) {
    return !now.isBefore(opensAt);
  }

  public boolean hasClosed(Instant now) {
    return closesAt != null && !now.isBefore(closesAt);
  }

  /** Whether submissions are taken. */
  public boolean isOpen(Instant now) {
    return hasOpened(now) && !hasClosed(now);
  }

  /** Whether what is submitted now is late. */
  public boolean isLate(Instant now) {
    return !now.isBefore(deadline);
  }

  /** Whether there is a moment at which both would take submissions. */
  boolean overlaps(AssessmentWindow other) {
    return (other.closesAt == null || opensAt.isBefore(other.closesAt))
        && (closesAt == null || other.opensAt.isBefore(closesAt));
  }
}
