package org.carbonpublicity.assessment.guideline;

import java.time.Instant;

/** A guideline and since when it is in force. */
public record ActiveGuideline(Guideline guideline, Instant activatedAt) {}
