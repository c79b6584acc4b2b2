package org.carbonpublicity.reporting.edition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rating service says of an edition that it completed.
 *
 * @param edition number, from 1
 * @param previousEdition the one it carries unchanged ratings forward from; 0 for none
 * @param models number of published models in the whole edition
 * @param ratingEvents number of model-rated and model-withdrawn events sent for it
 */
public record CompletedEdition(
    int edition,
    int previousEdition,
    long models,
    long ratingEvents,
    @Nullable LocalDate cutOff,
    Instant completedAt) {}
