package org.carbonpublicity.reporting.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Competition ranking: equal values share a rank and the next one is counted from the start (1, 2,
 * 2, 4). The order is the ranked value, then the name.
 */
public final class Ranking {

  private Ranking() {}

  /** An item in its place. */
  public record Ranked<T>(int rank, T item) {}

  /**
   * Ranks by value, the first of {@code order} being rank 1.
   *
   * @param order of the values; values it calls equal share a rank
   * @param name by which items of equal value are listed, in code point order
   */
  public static <T> List<Ranked<T>> of(
      List<T> items, Comparator<T> order, Function<T, String> name) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(order.thenComparing(name));
    List<Ranked<T>> ranked = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      T item = sorted.get(i);
      boolean tie = i > 0 && order.compare(sorted.get(i - 1), item) == 0;
      ranked.add(new Ranked<>(tie ? ranked.get(i - 1).rank() : i + 1, item));
    }
    return ranked;
  }
}
