package org.carbonpublicity.disclosure.batch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch does not allow what was asked of it, now. */
public final class BatchConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** There is a batch of that number. */
    EXISTS("batch-exists"),
    /** Its state does not allow it. */
    STATE("batch-state"),
    /** Another import or change is under way. */
    BUSY("batch-busy"),
    /** There is nothing to publish. */
    EMPTY("batch-empty"),
    /** Models are not answered and their deadline has not passed. */
    REVIEW_OPEN("review-open"),
    /** The deadline in force has passed. */
    DEADLINE_PASSED("deadline-passed"),
    /** The deadline is changed by an extension only. */
    DEADLINE_FIXED("deadline-fixed"),
    /** There is no deadline that could be extended. */
    NO_DEADLINE("no-deadline");

    private final String problem;

    Kind(String problem) {
      this.problem = problem;
    }

    /** The stable name of the problem. */
    public String problem() {
      return problem;
    }
  }

  private final Kind kind;
  private final transient @Nullable List<String> allowed;

  private BatchConflictException(Kind kind, String message, @Nullable List<String> allowed) {
    super(message);
    this.kind = kind;
    this.allowed = allowed;
  }

  public static BatchConflictException exists(int number) {
    return new BatchConflictException(Kind.EXISTS, "batch " + number + " exists", null);
  }

  public static BatchConflictException busy(int number) {
    return new BatchConflictException(
        Kind.BUSY,
        "batch " + number + " is being changed by another request; try again later",
        null);
  }

  public static BatchConflictException empty(int number) {
    return new BatchConflictException(
        Kind.EMPTY, "batch " + number + " has no models; allowed: import", List.of("import"));
  }

  /** The state forbids it; tells what it allows. */
  public static BatchConflictException state(Batch batch, String wanted) {
    List<String> allowed = batch.state().allowed();
    return new BatchConflictException(
        Kind.STATE,
        wanted
            + " is not possible: batch "
            + batch.number()
            + " is "
            + batch.state()
            + "; allowed: "
            + (allowed.isEmpty() ? "nothing" : String.join(", ", allowed)),
        allowed);
  }

  /** Models wait for an answer whose time has not passed. */
  public static BatchConflictException reviewOpen(Batch batch, String wanted, long outstanding) {
    return new BatchConflictException(
        Kind.REVIEW_OPEN,
        wanted
            + " is not possible yet: "
            + outstanding
            + " models of batch "
            + batch.number()
            + " are not answered before their deadline; close the review with reviewWaived and a"
            + " reason, or wait",
        List.of(
            wanted + " with reviewWaived",
            "feedback-forms",
            "deadline-extensions",
            "change",
            "cancellation"));
  }

  public static BatchConflictException deadlinePassed(
      Batch batch, String whose, LocalDate deadline, List<String> allowed) {
    return new BatchConflictException(
        Kind.DEADLINE_PASSED,
        "the feedback deadline of batch " + batch.number() + whose + " was " + deadline,
        allowed);
  }

  public static BatchConflictException deadlineFixed(Batch batch) {
    return new BatchConflictException(
        Kind.DEADLINE_FIXED,
        "batch "
            + batch.number()
            + " is in review: its deadline "
            + batch.feedbackDeadline()
            + " changes by an extension with its reason only",
        List.of("deadline-extensions"));
  }

  public static BatchConflictException noDeadline(Batch batch) {
    return new BatchConflictException(
        Kind.NO_DEADLINE,
        "batch " + batch.number() + " has no feedback deadline; a change may set one",
        List.of("change"));
  }

  public Kind kind() {
    return kind;
  }

  /** What the batch allows instead; null where the question does not arise. */
  public @Nullable List<String> allowed() {
    return allowed;
  }
}
