package org.carbonpublicity.assessment.training;

import java.time.Instant;
import java.util.UUID;

/**
 * A session.
 *
 * @param number grows with every session
 * @param participants how many are registered
 */
public record TrainingSession(
    UUID id,
    long number,
    SessionPlan plan,
    SessionState state,
    int participants,
    Instant createdAt) {}
