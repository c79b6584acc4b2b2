package org.carbonpublicity.reporting.sales.file;

import java.util.List;

/** A file that cannot be read as a table at all; no row of it was looked at, or not all. */
public final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How the request as a whole fails. */
  public enum Kind {
    /** Not what it says it is, or unsafe. */
    UNREADABLE,
    /** Larger than allowed, packed or unpacked. */
    TOO_LARGE
  }

  private final Kind kind;
  private final transient List<RowFault> faults;

  /** What is wrong with the file as a whole is told at its first row. */
  public UnreadableFileException(Kind kind, String code, String message) {
    this(kind, 1, code, message);
  }

  /**
   * @param row from which on it cannot be read
   */
  UnreadableFileException(Kind kind, long row, String code, String message) {
    this(kind, List.of(new RowFault(row, null, code, message, null)));
  }

  public UnreadableFileException(Kind kind, List<RowFault> faults) {
    super(faults.get(0).message());
    this.kind = kind;
    this.faults = List.copyOf(faults);
  }

  public Kind kind() {
    return kind;
  }

  public List<RowFault> faults() {
    return faults;
  }
}
