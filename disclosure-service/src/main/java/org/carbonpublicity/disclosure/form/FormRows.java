package org.carbonpublicity.disclosure.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another; blank rows are left out but counted. */
interface FormRows extends AutoCloseable {

  /**
   * Cells of one row as text, "" for an empty one.
   *
   * @param number as a spreadsheet counts, from 1
   * @param formula index of a cell with a formula, or -1
   */
  record Cells(long number, List<String> texts, int formula) {}

  /** The next row; null after the last. */
  @Nullable Cells next();

  /** True when every row states all cells, so that a shorter one is a fault. */
  boolean statesAllCells();

  @Override
  void close();
}
