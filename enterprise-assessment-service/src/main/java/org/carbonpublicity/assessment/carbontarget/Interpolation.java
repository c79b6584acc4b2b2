package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Values between the years for which some are given. */
final class Interpolation {

  private Interpolation() {}

  /** Linear between the points, which are in the order of years; empty outside of them. */
  static <P> Optional<Fraction> at(
      int year, List<P> points, ToIntFunction<P> yearOf, Function<P, BigDecimal> valueOf) {
    for (int i = 0; i < points.size(); i++) {
      P point = points.get(i);
      int here = yearOf.applyAsInt(point);
      Fraction value = Fraction.of(valueOf.apply(point));
      if (here == year) {
        return Optional.of(value);
      }
      if (here > year) {
        if (i == 0) {
          return Optional.empty();
        }
        P before = points.get(i - 1);
        int from = yearOf.applyAsInt(before);
        Fraction start = Fraction.of(valueOf.apply(before));
        Fraction share = Fraction.of(year - from).dividedBy(Fraction.of(here - from));
        return Optional.of(start.plus(value.minus(start).times(share)));
      }
    }
    return Optional.empty();
  }
}
