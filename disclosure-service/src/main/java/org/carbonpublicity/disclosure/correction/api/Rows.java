package org.carbonpublicity.disclosure.correction.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Models of a request as rows, as a file would hold them: the first stands in row 2. */
final class Rows {

  static final int LONGEST_CODE = 64;
  static final int LONGEST_NAME = 200;

  private Rows() {}

  /** The row of the model that comes after those. */
  static long number(List<?> before) {
    return before.size() + 2L;
  }

  /** Models of a request that was checked to have some. */
  static <T> List<T> of(@Nullable List<@Nullable T> models) {
    return Objects.requireNonNull(models).stream().<T>map(Objects::requireNonNull).toList();
  }
}
