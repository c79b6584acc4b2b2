package org.carbonpublicity.disclosure.batch;

/** A batch waits for its publication; told inside this service, after the commit. */
public record PublicationAccepted(int batch) {}
