package org.carbonpublicity.reporting.sales.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another; blank rows are left out but counted. */
interface FileRows extends AutoCloseable {

  /**
   * Cells of one row as text, "" for an empty one.
   *
   * @param number as a spreadsheet counts, from 1
   * @param formulas indexes of cells with a formula, whose texts are the formulas
   */
  record Cells(long number, List<String> texts, List<Integer> formulas) {}

  /** The next row; null after the last. */
  @Nullable Cells next();

  /** True when every row states all cells, so that a shorter one is a fault. */
  boolean statesAllCells();

  @Override
  void close();
}
