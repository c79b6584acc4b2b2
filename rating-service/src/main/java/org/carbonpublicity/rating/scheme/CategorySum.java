package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;

/**
 * The mean of a category, kept as what it is the quotient of, so that nothing is rounded before a
 * decision.
 *
 * @param footprintGramsPerKm sum over the models on sale
 * @param models how many they are, at least 1
 */
public record CategorySum(BigDecimal footprintGramsPerKm, long models) {}
