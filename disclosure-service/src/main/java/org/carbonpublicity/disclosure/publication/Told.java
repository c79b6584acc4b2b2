package org.carbonpublicity.disclosure.publication;

/**
 * What one step told of.
 *
 * @param last model code of the last one, where the next step goes on
 */
public record Told(int models, String last) {}
