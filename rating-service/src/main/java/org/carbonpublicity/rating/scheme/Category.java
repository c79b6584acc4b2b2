package org.carbonpublicity.rating.scheme;

/**
 * Models that are compared with each other.
 *
 * @param bodyType SEDAN, SUV or MPV
 * @param segment A00, A0, A, B, C or D
 */
public record Category(Powertrain powertrain, String bodyType, String segment) {}
