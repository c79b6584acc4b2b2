package org.carbonpublicity.reporting.view;

import java.math.BigDecimal;

/**
 * Where a model on sale stands among the models on sale of its category.
 *
 * @param rank competition rank by footprint, lowest first
 * @param models of the category
 * @param footprintSum of their footprints in gCO2e/km, exact
 * @param lowestGramsPerKm the best footprint of the category
 */
public record Place(int rank, long models, BigDecimal footprintSum, BigDecimal lowestGramsPerKm) {}
