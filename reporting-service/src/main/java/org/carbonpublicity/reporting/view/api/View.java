package org.carbonpublicity.reporting.view.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer about an edition, in both of its forms.
 *
 * @param answer as JSON
 * @param rowType record whose components head the columns of CSV
 * @param rows of CSV, each of that type
 * @param next value of the Link header; null on the last page
 */
record View(Object answer, Class<? extends Record> rowType, List<?> rows, @Nullable String next) {

  /** An answer that is not paged. */
  static View whole(Object answer, Class<? extends Record> rowType, List<?> rows) {
    return new View(answer, rowType, rows, null);
  }

  /** How a view of an edition is made; blocks. */
  @FunctionalInterface
  interface Source {
    View of(int edition);
  }
}
