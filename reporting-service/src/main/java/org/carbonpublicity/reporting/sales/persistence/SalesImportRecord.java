package org.carbonpublicity.reporting.sales.persistence;

import java.time.Instant;

/** What is kept of an import beside its rows. */
public record SalesImportRecord(
    String importedBy,
    Instant importedAt,
    String fileSha256,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected) {}
