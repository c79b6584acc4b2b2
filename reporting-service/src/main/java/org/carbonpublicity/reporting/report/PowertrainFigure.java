package org.carbonpublicity.reporting.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonpublicity.reporting.report.Population.Bin;
import org.carbonpublicity.reporting.report.Population.Cell;
import org.carbonpublicity.reporting.report.Population.Spread;
import org.jspecify.annotations.Nullable;

/**
 * Figure 13: all published models counted by powertrain, most first, beside the distribution of the
 * footprints of those on sale.
 */
final class PowertrainFigure {

  private static final List<String> QUANTILES =
      List.of("min", "p10", "p25", "median", "p75", "p90", "max");

  private PowertrainFigure() {}

  private record Line(String powertrain, List<Cell> cells) {
    long models() {
      return Tally.models(cells);
    }
  }

  static List<Row> rows(Population population) {
    Map<String, Spread> spreads =
        population.spreads().stream()
            .collect(Collectors.toMap(Spread::powertrain, Function.identity()));
    List<Line> lines =
        Tally.by(Cell::powertrain, population.cells()).entrySet().stream()
            .map(entry -> new Line(entry.getKey(), entry.getValue()))
            .toList();
    return Ranking.of(lines, Comparator.comparingLong(Line::models).reversed(), Line::powertrain)
        .stream()
        .map(line -> row(line.item(), spreads.get(line.item().powertrain())))
        .toList();
  }

  /** A powertrain without a model on sale has empty cells: missing is not zero. */
  private static Row row(Line line, @Nullable Spread spread) {
    List<Cell> onSale = line.cells().stream().filter(Cell::onSale).toList();
    Row row =
        new Row()
            .with("powertrain", line.powertrain())
            .with("models", line.models())
            .with("onSaleModels", Tally.models(onSale));
    for (int i = 0; i < QUANTILES.size(); i++) {
      row.with(QUANTILES.get(i), spread == null ? null : rounded(spread.quantiles().get(i)));
    }
    return row.with("mean", onSale.isEmpty() ? null : Tally.mean(onSale).gramsPerKm());
  }

  private static BigDecimal rounded(BigDecimal gramsPerKm) {
    return gramsPerKm.setScale(2, RoundingMode.HALF_UP);
  }

  static List<Row> histogram(List<Bin> bins) {
    return bins.stream()
        .sorted(Comparator.comparing(Bin::powertrain).thenComparingLong(Bin::index))
        .map(
            bin ->
                new Row()
                    .with("powertrain", bin.powertrain())
                    .with("fromGramsPerKm", bin.index() * Population.BIN_GRAMS_PER_KM)
                    .with("toGramsPerKm", (bin.index() + 1) * Population.BIN_GRAMS_PER_KM)
                    .with("models", bin.models()))
        .toList();
  }
}
