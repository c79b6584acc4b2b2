package org.carbonpublicity.rating.label;

import org.jspecify.annotations.Nullable;

/**
 * A model as the latest edition has it, when a label is applied for.
 *
 * @param ratingClass 1 to 5; null for an unrated model
 * @param taken whether an open application or a valid label of the kind is there already
 */
public record Candidate(
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    boolean onSale,
    @Nullable Integer ratingClass,
    boolean taken) {}
