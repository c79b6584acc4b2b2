package org.carbonpublicity.disclosure.recalculation;

/**
 * A batch on its way through the recalculation.
 *
 * @param cursor the last model code that was looked at; "" before the first
 * @param actor on whose behalf
 */
public record Recalculation(int batch, String cursor, String actor) {}
