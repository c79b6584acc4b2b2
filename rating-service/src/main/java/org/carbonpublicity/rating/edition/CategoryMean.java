package org.carbonpublicity.rating.edition;

import java.math.BigDecimal;

/**
 * Arithmetic mean of a category's models on sale.
 *
 * @param models how many they are
 * @param meanGramsPerKm rounded half up to 6 decimals, for display: decisions take the exact sum
 */
public record CategoryMean(
    String powertrain, String bodyType, String segment, long models, BigDecimal meanGramsPerKm) {}
