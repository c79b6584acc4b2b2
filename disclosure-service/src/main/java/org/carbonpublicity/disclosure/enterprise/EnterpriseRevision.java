package org.carbonpublicity.disclosure.enterprise;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an enterprise's history, with its state after it.
 *
 * @param other the enterprise of a merge: the kept one of {@link Kind#MERGED_INTO}, the given up
 *     one of {@link Kind#MERGED}
 */
public record EnterpriseRevision(
    int revision,
    Kind kind,
    Instant at,
    String actor,
    String name,
    @Nullable String group,
    List<String> aliases,
    @Nullable String other,
    @Nullable String reason) {

  /** What happened. */
  public enum Kind {
    REGISTERED,
    CHANGED,
    RENAMED,
    /** It was given up for another. */
    MERGED_INTO,
    /** Another was given up for it. */
    MERGED
  }

  /** What happened and why, before it has a revision. */
  public record Cause(Kind kind, String actor, @Nullable String other, @Nullable String reason) {

    static Cause of(Kind kind, String actor) {
      return new Cause(kind, actor, null, null);
    }
  }
}
