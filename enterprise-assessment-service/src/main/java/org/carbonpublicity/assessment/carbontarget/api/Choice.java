package org.carbonpublicity.assessment.carbontarget.api;

import java.util.Arrays;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** Query parameters of which the values are known. */
final class Choice {

  private Choice() {}

  /** The constant of that name; null when none is given, a 400 problem when it is unknown. */
  static <E extends Enum<E>> @Nullable E of(
      String parameter, @Nullable String value, Class<E> type) {
    if (value == null) {
      return null;
    }
    E[] known = type.getEnumConstants();
    return Arrays.stream(known)
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalidParameter(
                    new Fault(parameter, "unknown", "known are " + Arrays.toString(known))));
  }
}
