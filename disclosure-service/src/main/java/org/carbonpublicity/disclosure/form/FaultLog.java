package org.carbonpublicity.disclosure.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All faults of a form: every one is counted, the first {@value #LISTED} rows' are listed. */
public final class FaultLog {

  /** Faults that an answer lists at most. */
  public static final int LISTED = 1_000;

  private final List<RowFault> listed = new ArrayList<>();
  private long total;
  private long inRow;

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
    if (listed.size() < LISTED) {
      listed.add(fault);
    }
  }

  /**
   * Adds what was found after reading.
   *
   * @param found the first {@value #LISTED} by row
   * @param count how many there are
   */
  public void addFound(List<RowFault> found, long count) {
    total += count;
    listed.addAll(found);
    listed.sort(Comparator.comparingLong(RowFault::row));
    if (listed.size() > LISTED) {
      listed.subList(LISTED, listed.size()).clear();
    }
  }

  public long total() {
    return total;
  }

  public List<RowFault> listed() {
    return List.copyOf(listed);
  }
}
