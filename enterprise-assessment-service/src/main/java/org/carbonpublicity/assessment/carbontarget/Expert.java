package org.carbonpublicity.assessment.carbontarget;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An expert of a panel, and what they said so far. */
public record Expert(
    String subject, @Nullable Vote vote, @Nullable String reason, @Nullable Instant votedAt) {

  /** What an expert can say. */
  public enum Vote {
    APPROVE,
    REJECT,
    ABSTAIN
  }
}
