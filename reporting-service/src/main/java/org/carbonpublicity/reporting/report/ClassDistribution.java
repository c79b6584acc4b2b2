package org.carbonpublicity.reporting.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.carbonpublicity.reporting.report.Population.Cell;

/**
 * Figures 2 to 11 and the same for any group: how rated models on sale spread over the classes,
 * highest share of Class 1 first, at equal shares that of Class 2, and so on.
 */
public final class ClassDistribution {

  private static final Comparator<Line> ORDER =
      Comparator.comparing(
          Line::shares,
          (one, other) -> {
            for (int i = 0; i < one.size(); i++) {
              int difference = other.get(i).compareTo(one.get(i));
              if (difference != 0) {
                return difference;
              }
            }
            return 0;
          });

  private ClassDistribution() {}

  /** What the rows of a distribution are. */
  public enum By {
    ENTERPRISE,
    BRAND;

    private Function<Cell, String> key() {
      return this == ENTERPRISE ? Cell::enterprise : Cell::brand;
    }

    private String name(Cell cell) {
      return this == ENTERPRISE ? cell.enterpriseName() : cell.brand();
    }

    /** The variant of the document that covers all enterprises. */
    public String everyone() {
      return name();
    }

    /** The variant of a group's document. */
    public String within(String group) {
      return name() + "/" + group;
    }
  }

  private record Line(String name, List<Share> shares) {}

  /** One document of all enterprises and one of each group, by enterprise and by brand. */
  static Map<String, List<Row>> variants(List<Cell> onSale) {
    List<Cell> grouped = onSale.stream().filter(cell -> cell.group() != null).toList();
    Map<String, List<Cell>> groups = Tally.by(cell -> String.valueOf(cell.group()), grouped);
    Map<String, List<Row>> variants = new TreeMap<>();
    for (By by : By.values()) {
      variants.put(by.everyone(), rows(onSale, by));
      groups.forEach((group, cells) -> variants.put(by.within(group), rows(cells, by)));
    }
    return variants;
  }

  private static List<Row> rows(List<Cell> onSale, By by) {
    List<Line> lines = new ArrayList<>();
    Tally.by(by.key(), onSale)
        .forEach(
            (key, cells) -> {
              long rated = Tally.models(cells, Cell::isRated);
              if (rated > 0) {
                lines.add(new Line(by.name(cells.get(0)), shares(cells, rated)));
              }
            });
    return Ranking.of(lines, ORDER, Line::name).stream().map(line -> row(line.item())).toList();
  }

  private static List<Share> shares(List<Cell> cells, long rated) {
    List<Share> shares = new ArrayList<>();
    for (RatingClass ratingClass : RatingClass.values()) {
      long models = Tally.models(cells, cell -> cell.isOfClass(ratingClass.number()));
      shares.add(new Share(models, rated));
    }
    return shares;
  }

  private static Row row(Line line) {
    Row row = new Row().with("name", line.name()).with("ratedModels", line.shares().get(0).whole());
    for (RatingClass ratingClass : RatingClass.values()) {
      row.with(ratingClass.modelsColumn(), line.shares().get(ratingClass.ordinal()).part());
    }
    for (RatingClass ratingClass : RatingClass.values()) {
      row.with(ratingClass.shareColumn(), line.shares().get(ratingClass.ordinal()).percent());
    }
    return row;
  }
}
