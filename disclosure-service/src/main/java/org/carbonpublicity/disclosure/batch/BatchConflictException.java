package org.carbonpublicity.disclosure.batch;

/** A batch does not allow what was asked of it, now. */
public final class BatchConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** There is a batch of that number. */
    EXISTS,
    /** Its state does not allow it. */
    STATE,
    /** Another import or change is under way. */
    BUSY,
    /** There is nothing to publish. */
    EMPTY
  }

  private final Kind kind;

  private BatchConflictException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public static BatchConflictException exists(int number) {
    return new BatchConflictException(Kind.EXISTS, "batch " + number + " exists");
  }

  public static BatchConflictException busy(int number) {
    return new BatchConflictException(
        Kind.BUSY, "batch " + number + " is being changed by another request; try again later");
  }

  public static BatchConflictException empty(int number) {
    return new BatchConflictException(
        Kind.EMPTY, "batch " + number + " has no models; allowed: import");
  }

  /** The state forbids it; tells what it allows. */
  public static BatchConflictException state(Batch batch, String wanted) {
    String allowed =
        batch.state().allowed().isEmpty() ? "nothing" : String.join(", ", batch.state().allowed());
    return new BatchConflictException(
        Kind.STATE,
        wanted
            + " is not possible: batch "
            + batch.number()
            + " is "
            + batch.state()
            + "; allowed: "
            + allowed);
  }

  public Kind kind() {
    return kind;
  }
}
