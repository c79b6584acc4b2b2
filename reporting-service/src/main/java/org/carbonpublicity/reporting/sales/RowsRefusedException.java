package org.carbonpublicity.reporting.sales;

/** Rows of a file of sales are wrong, and nothing of it was stored. */
public final class RowsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ImportOutcome outcome;

  RowsRefusedException(ImportOutcome outcome) {
    super(outcome.rowsRejected() + " of " + outcome.rowsRead() + " rows are wrong");
    this.outcome = outcome;
  }

  public ImportOutcome outcome() {
    return outcome;
  }
}
