package org.carbonpublicity.disclosure.outlier;

/** The models of a batch have changed. */
record ScanRequested(int batch) {}
