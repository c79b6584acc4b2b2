package org.carbonpublicity.rating.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Counts the causes of moves, one model after the other. */
final class CauseCounter {

  private static final int CAUSES = Cause.values().length;

  private final long[] models = new long[CAUSES];
  private final long[] alone = new long[CAUSES];
  private final long[] better = new long[CAUSES];
  private final long[] worse = new long[CAUSES];

  void add(ClassSteps steps) {
    Set<Cause> causes = steps.causes();
    for (Cause cause : causes) {
      int at = cause.ordinal();
      models[at]++;
      if (causes.size() == 1) {
        alone[at]++;
      }
      Standing from = steps.from(cause);
      Standing to = steps.to(cause);
      if (from.isRated() && to.isRated()) {
        long[] direction = to.compareTo(from) < 0 ? better : worse;
        direction[at]++;
      }
    }
  }

  List<Migrations.CauseCount> counts() {
    List<Migrations.CauseCount> counts = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      int at = cause.ordinal();
      counts.add(new Migrations.CauseCount(cause, models[at], alone[at], better[at], worse[at]));
    }
    return counts;
  }
}
