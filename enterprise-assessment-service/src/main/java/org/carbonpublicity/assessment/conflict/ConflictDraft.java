package org.carbonpublicity.assessment.conflict;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A conflict of interest as it is declared; see {@link Conflict}. */
public record ConflictDraft(
    String assessor, String enterprise, String reason, @Nullable LocalDate lastDay) {}
