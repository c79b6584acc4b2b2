package org.carbonpublicity.reporting.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.carbonpublicity.reporting.report.Population.Cell;
import org.carbonpublicity.reporting.report.Ranking.Ranked;

/** Tables 3 and 4: enterprises ranked by a share of their models on sale. */
final class EnterpriseShares {

  private EnterpriseShares() {}

  private record Line(String code, String name, Share share) {}

  /** Table 3: models below the average of their category among all on sale, highest share first. */
  static List<Row> belowAverage(List<Cell> onSale) {
    return rows(
        onSale,
        cell -> true,
        Cell::isBelowAverage,
        Comparator.comparing(Line::share).reversed(),
        "belowAverageSharePercent",
        "belowAverageModels",
        "models");
  }

  /** Table 4: models of Class 1 among those on sale that have a class, lowest share first. */
  static List<Row> class1(List<Cell> onSale) {
    return rows(
        onSale,
        Cell::isRated,
        cell -> cell.isOfClass(1),
        Comparator.comparing(Line::share),
        "class1SharePercent",
        "class1Models",
        "ratedModels");
  }

  private static List<Row> rows(
      List<Cell> onSale,
      Predicate<Cell> base,
      Predicate<Cell> part,
      Comparator<Line> order,
      String shareColumn,
      String partColumn,
      String baseColumn) {
    List<Line> lines = new ArrayList<>();
    Tally.by(Cell::enterprise, onSale)
        .forEach(
            (code, cells) -> {
              long whole = Tally.models(cells, base);
              // An enterprise without a model to count has no share, which is not a share of zero.
              if (whole > 0) {
                Share share = new Share(Tally.models(cells, base.and(part)), whole);
                lines.add(new Line(code, cells.get(0).enterpriseName(), share));
              }
            });
    return Ranking.of(lines, order, Line::name).stream()
        .map(line -> row(line, shareColumn, partColumn, baseColumn))
        .toList();
  }

  private static Row row(
      Ranked<Line> line, String shareColumn, String partColumn, String baseColumn) {
    return new Row()
        .with("rank", line.rank())
        .with("enterpriseCode", line.item().code())
        .with("enterprise", line.item().name())
        .with(shareColumn, line.item().share().percent())
        .with(partColumn, line.item().share().part())
        .with(baseColumn, line.item().share().whole());
  }
}
