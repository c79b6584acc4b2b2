package org.carbonpublicity.rating.scheme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scheme as it is kept, with its standing.
 *
 * @param version 1 for the scheme as first written, one more for every change
 * @param activatedAt the last activation; null for a draft
 * @param firstEdition the first edition that was rated after the last activation; null while there
 *     is none yet
 */
public record KeptScheme(
    RatingScheme scheme,
    int version,
    SchemeState state,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant activatedAt,
    @Nullable Integer firstEdition) {

  /** Changes whenever anything a reader sees of the scheme does. */
  public String tag() {
    String tag = version + "." + state.name();
    return activatedAt == null
        ? tag
        : tag + "." + activatedAt.toEpochMilli() + "." + (firstEdition == null ? 0 : firstEdition);
  }
}
