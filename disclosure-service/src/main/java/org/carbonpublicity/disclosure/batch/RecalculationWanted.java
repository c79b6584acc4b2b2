package org.carbonpublicity.disclosure.batch;

/** A batch waits for its recalculation; told inside this service, after the commit. */
public record RecalculationWanted(int batch) {}
