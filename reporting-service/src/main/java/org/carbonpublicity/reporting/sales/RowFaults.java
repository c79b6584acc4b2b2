package org.carbonpublicity.reporting.sales;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.reporting.sales.file.RowFault;

/**
 * All faults of a file: every one is counted, the first ones by row are listed. Faults are added in
 * passes, each in the order of rows.
 */
final class RowFaults {

  /** Faults that an answer lists. */
  static final int LISTED = 1_000;

  private final List<RowFault> listed = new ArrayList<>();
  private final Set<Long> rows = new HashSet<>();
  private int inPass;
  private long total;

  /** Begins another pass over the rows. */
  void startPass() {
    inPass = 0;
  }

  void add(RowFault fault) {
    rows.add(fault.row());
    total++;
    if (inPass++ < LISTED) {
      listed.add(fault);
    }
  }

  boolean isClean(long row) {
    return !rows.contains(row);
  }

  long total() {
    return total;
  }

  long rows() {
    return rows.size();
  }

  /** The first by row. */
  List<RowFault> listed() {
    return listed.stream().sorted(Comparator.comparingLong(RowFault::row)).limit(LISTED).toList();
  }
}
