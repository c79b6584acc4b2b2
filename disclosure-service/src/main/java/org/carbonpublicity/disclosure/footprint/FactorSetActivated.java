package org.carbonpublicity.disclosure.footprint;

/**
 * A factor set has been put in force; told inside this service, within the transaction. It is not
 * told of the set that a new installation starts with.
 *
 * @param id of the set in force from now on
 */
public record FactorSetActivated(String id) {}
