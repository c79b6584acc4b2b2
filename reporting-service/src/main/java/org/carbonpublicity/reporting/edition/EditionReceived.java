package org.carbonpublicity.reporting.edition;

/** Fired in a transaction that received a part of an edition: it may be due once committed. */
public record EditionReceived(int edition) {}
