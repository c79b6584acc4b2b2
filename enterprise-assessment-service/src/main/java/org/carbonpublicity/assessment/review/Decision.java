package org.carbonpublicity.assessment.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an assessor decided last about an item.
 *
 * @param reason there always, unless the verdict is ACCEPT
 */
public record Decision(
    String item, String assessor, Verdict verdict, @Nullable String reason, Instant decidedAt) {}
