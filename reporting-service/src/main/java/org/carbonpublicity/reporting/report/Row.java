package org.carbonpublicity.reporting.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a row of a table: cells by the key of their column, in the order of the columns. */
public final class Row {

  private final Map<String, @Nullable Object> cells = new LinkedHashMap<>();

  /** Adds a cell; null is an empty cell. */
  public Row with(String column, @Nullable Object value) {
    cells.put(column, value);
    return this;
  }

  public Map<String, @Nullable Object> cells() {
    return cells;
  }
}
