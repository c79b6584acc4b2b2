package org.carbonpublicity.assessment.result;

import java.time.Instant;
import org.carbonpublicity.assessment.scoring.Outcome;

/** What scoring found for one cause. */
public record PastScoring(ScoringCause cause, Outcome outcome, Instant scoredAt) {}
