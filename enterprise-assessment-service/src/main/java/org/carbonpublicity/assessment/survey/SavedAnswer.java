package org.carbonpublicity.assessment.survey;

import java.time.Instant;
import org.carbonpublicity.assessment.submission.AnswerDraft;

/**
 * An answer as it was last saved; it may be incomplete.
 *
 * @param version rises with every saving
 */
public record SavedAnswer(
    String item, AnswerDraft answer, int version, Instant changedAt, String changedBy) {}
