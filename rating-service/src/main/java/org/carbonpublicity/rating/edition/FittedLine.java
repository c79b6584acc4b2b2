package org.carbonpublicity.rating.edition;

import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.jspecify.annotations.Nullable;

/**
 * What an edition found for a powertrain when its scheme fits lines.
 *
 * @param models on sale with a mass
 * @param line null when they were too few, or all of one mass: models are compared with the mean of
 *     their category
 */
public record FittedLine(Powertrain powertrain, long models, @Nullable ReferenceLine line) {}
