package org.carbonpublicity.rating.scheme;

/**
 * The scheme in force.
 *
 * @param activation number of the activation that put it in force, rising
 */
public record ActiveScheme(int activation, RatingScheme scheme) {}
