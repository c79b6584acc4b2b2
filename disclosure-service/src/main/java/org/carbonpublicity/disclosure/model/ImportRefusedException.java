package org.carbonpublicity.disclosure.model;

/** Rows of a form are wrong, and nothing of it was stored. */
public final class ImportRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ImportOutcome outcome;

  public ImportRefusedException(ImportOutcome outcome) {
    super(outcome.rowsRejected() + " of " + outcome.rowsRead() + " rows are wrong");
    this.outcome = outcome;
  }

  public ImportOutcome outcome() {
    return outcome;
  }
}
