package org.carbonpublicity.reporting.report.persistence;

/**
 * What readers see.
 *
 * @param edition the latest; 0 before the first
 * @param revision grows with every change of any document
 */
public record PublishedState(int edition, long revision) {}
