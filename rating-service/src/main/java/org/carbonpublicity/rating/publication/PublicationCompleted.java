package org.carbonpublicity.rating.publication;

/**
 * Inside this service: all footprints of a publication have arrived, and so has its announcement.
 */
public record PublicationCompleted(int publication) {}
