package org.carbonpublicity.reporting.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carbonpublicity.reporting.report.Population.Cell;

/** Sums cells up. */
final class Tally {

  private Tally() {}

  static long models(List<Cell> cells, Predicate<Cell> counted) {
    return cells.stream().filter(counted).mapToLong(Cell::models).sum();
  }

  static long models(List<Cell> cells) {
    return models(cells, cell -> true);
  }

  /** The mean of cells that hold at least one model. */
  static Mean mean(List<Cell> cells) {
    BigDecimal sum =
        cells.stream().map(Cell::footprintSum).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Mean(sum, models(cells));
  }

  static Map<String, List<Cell>> by(Function<Cell, String> key, List<Cell> cells) {
    return cells.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }
}
