package org.carbonpublicity.assessment.review;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A decision as an assessor gives it; see {@link Decision}. */
public record DecisionDraft(String item, Verdict verdict, @Nullable String reason) {

  /** Longest reason, question or answer in characters. */
  public static final int LONGEST_TEXT = 2_000;

  boolean repeats(Decision before) {
    return before.verdict() == verdict && Objects.equals(before.reason(), reason);
  }
}
