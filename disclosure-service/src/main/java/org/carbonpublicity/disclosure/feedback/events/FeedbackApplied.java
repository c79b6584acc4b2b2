package org.carbonpublicity.disclosure.feedback.events;

import java.time.Instant;
import java.util.List;

/**
 * Payload of {@code feedback-applied.v1}.
 *
 * @param models recalculated
 */
public record FeedbackApplied(
    int batch, String form, List<String> enterprises, long models, Instant appliedAt) {

  public static final String TYPE = "feedback-applied.v1";
}
