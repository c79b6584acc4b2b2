package org.carbonpublicity.reporting.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carbonpublicity.reporting.report.Population.Cell;

/** Figures 1, 12, 14 and 15: mean footprints of models on sale, lowest first. */
final class MeanFigures {

  /** The row that covers all country styles. */
  static final String ALL_STYLES = "ALL";

  private static final int LARGEST_GROUPS = 10;

  private MeanFigures() {}

  private record Line(String name, Mean mean) {}

  /** Figure 1: the ten groups with most models on sale; enterprises without a group are none. */
  static List<Row> largestGroups(List<Cell> onSale) {
    List<Cell> grouped = onSale.stream().filter(cell -> cell.group() != null).toList();
    Comparator<Line> bySize = Comparator.comparingLong((Line line) -> -line.mean().models());
    List<Line> largest =
        lines(grouped, cell -> String.valueOf(cell.group())).stream()
            .sorted(bySize.thenComparing(Line::name))
            .limit(LARGEST_GROUPS)
            .toList();
    return rows(largest, "group");
  }

  /**
   * Figure 12: the NEV enterprises, which are those whose models on sale are all BEV or PHEV. An
   * enterprise that also sells one car with nothing but an engine is none.
   */
  static List<Row> nevEnterprises(List<Cell> onSale) {
    List<Line> lines = new ArrayList<>();
    Tally.by(Cell::enterprise, onSale)
        .forEach(
            (code, cells) -> {
              if (cells.stream().allMatch(Cell::isNev)) {
                lines.add(new Line(cells.get(0).enterpriseName(), Tally.mean(cells)));
              }
            });
    return rows(lines, "enterprise");
  }

  /** Figures 14 and 15: a row for all styles, then each style. */
  static List<Row> byStyle(List<Cell> onSale) {
    List<Row> rows = new ArrayList<>();
    if (!onSale.isEmpty()) {
      rows.add(row(new Line(ALL_STYLES, Tally.mean(onSale)), "style"));
    }
    rows.addAll(rows(lines(onSale, Cell::countryStyle), "style"));
    return rows;
  }

  private static List<Line> lines(List<Cell> cells, Function<Cell, String> key) {
    Map<String, List<Cell>> groups = Tally.by(key, cells);
    return groups.entrySet().stream()
        .map(group -> new Line(group.getKey(), Tally.mean(group.getValue())))
        .toList();
  }

  private static List<Row> rows(List<Line> lines, String column) {
    return Ranking.of(lines, Comparator.comparing(Line::mean), Line::name).stream()
        .map(line -> row(line.item(), column))
        .toList();
  }

  private static Row row(Line line, String column) {
    return new Row()
        .with(column, line.name())
        .with("meanFootprintGramsPerKm", line.mean().gramsPerKm())
        .with("models", line.mean().models());
  }
}
