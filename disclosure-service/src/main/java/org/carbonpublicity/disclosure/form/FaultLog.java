package org.carbonpublicity.disclosure.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All faults of a form: every one is counted, the first ones are listed. */
public final class FaultLog {

  /** Faults that an answer lists. */
  public static final int LISTED = 1_000;

  private final int most;
  private final List<RowFault> listed = new ArrayList<>();
  private long total;
  private long inRow;

  /** Lists as many as an answer does. */
  public FaultLog() {
    this(LISTED);
  }

  /**
   * @param most faults that are listed
   */
  FaultLog(int most) {
    this.most = most;
  }

  /** Faults that are listed at most. */
  public int most() {
    return most;
  }

  /** Starts a row; {@link #rowIsClean} then speaks of it. */
  void startRow() {
    inRow = 0;
  }

  boolean rowIsClean() {
    return inRow == 0;
  }

  void add(long row, @Nullable Column column, String code, String message, @Nullable String value) {
    add(new RowFault(row, column == null ? null : column.header(), code, message, value));
  }

  void add(RowFault fault) {
    inRow++;
    total++;
    if (listed.size() < most) {
      listed.add(fault);
    }
  }

  /**
   * Adds what was found after reading.
   *
   * @param found the first {@link #most()} by row
   * @param count how many there are
   */
  public void addFound(List<RowFault> found, long count) {
    total += count;
    listed.addAll(found);
    listed.sort(Comparator.comparingLong(RowFault::row));
    if (listed.size() > most) {
      listed.subList(most, listed.size()).clear();
    }
  }

  public long total() {
    return total;
  }

  public List<RowFault> listed() {
    return List.copyOf(listed);
  }
}
