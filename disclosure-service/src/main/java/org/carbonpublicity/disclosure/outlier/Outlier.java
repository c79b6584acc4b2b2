package org.carbonpublicity.disclosure.outlier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that stands out by one rule, and what was said of it.
 *
 * @param rule key of an {@link OutlierRule}
 * @param revision of the model in which it was found
 * @param evidence the numbers that speak for it, a JSON object
 */
public record Outlier(
    String id,
    int batch,
    String modelCode,
    int revision,
    String enterprise,
    String rule,
    OutlierState state,
    String evidence,
    List<Remark> remarks,
    Instant foundAt,
    Instant changedAt) {

  /** What may be said of an outlier. */
  public enum Kind {
    QUESTION,
    ANSWER,
    ACCEPTANCE;

    /** As in paths. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Something that was said.
   *
   * @param actor for analysts only
   */
  public record Remark(Kind kind, String text, @Nullable String actor, Instant at) {}
}
