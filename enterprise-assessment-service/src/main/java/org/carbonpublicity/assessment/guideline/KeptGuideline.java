package org.carbonpublicity.assessment.guideline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guideline and where it stands.
 *
 * @param version rises with every change
 * @param activatedAt since when it is published; absent while it is a draft
 * @param retiredAt since when it is not answered any more
 */
public record KeptGuideline(
    Guideline guideline,
    GuidelineState state,
    int version,
    @Nullable Instant activatedAt,
    @Nullable Instant retiredAt) {

  /** Names this version of this guideline. */
  public String tag() {
    return guideline.id() + "-" + version;
  }
}
