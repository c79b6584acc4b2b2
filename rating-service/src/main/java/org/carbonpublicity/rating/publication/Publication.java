package org.carbonpublicity.rating.publication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of a publication has arrived.
 *
 * @param expected footprints it consists of; null until its announcement has come
 * @param cutOff day that the publication describes, when it names one
 */
public record Publication(
    int number, long received, @Nullable Long expected, @Nullable LocalDate cutOff) {

  /** Whether nothing of it is still on its way. */
  public boolean isComplete() {
    return expected != null && received >= expected;
  }
}
