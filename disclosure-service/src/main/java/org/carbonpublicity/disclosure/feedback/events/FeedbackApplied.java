package org.carbonpublicity.disclosure.feedback.events;

import java.time.Instant;
import java.util.List;

/**
 * Payload of {@code feedback-applied.v1}.
 *
 * @param models rows accepted
 * @param corrected models that got a new revision
 * @param supersedes earlier forms of which nothing counts any more
 */
public record FeedbackApplied(
    int batch,
    String form,
    List<String> enterprises,
    long models,
    long corrected,
    long agreed,
    List<String> supersedes,
    Instant appliedAt) {

  public static final String TYPE = "feedback-applied.v1";
}
