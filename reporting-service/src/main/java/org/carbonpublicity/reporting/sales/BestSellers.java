package org.carbonpublicity.reporting.sales;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.carbonpublicity.reporting.report.Document;
import org.carbonpublicity.reporting.report.Document.Scope;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.carbonpublicity.reporting.report.Ranking;
import org.carbonpublicity.reporting.report.Ranking.Ranked;
import org.carbonpublicity.reporting.report.Row;
import org.carbonpublicity.reporting.sales.PriceBands.Band;

/**
 * Tables 5 to 11: the ten series of a month with most units sold, overall, of NEV, and in each
 * price band. What is sold under several names of one series is added up; a series of which none
 * was sold is no best seller.
 */
public final class BestSellers {

  private static final int ROWS = 10;

  private BestSellers() {}

  private record Line(SoldSeries sold, long units) {

    Line plus(Line other) {
      return new Line(sold, units + other.units);
    }
  }

  /**
   * The documents of all months, each as variant of its month, those of the latest month also as
   * {@link Forms#LATEST_MONTH}.
   *
   * @param sales latest revisions that were not withdrawn
   */
  public static List<Document> documents(
      Collection<Sale> sales, SeriesDirectory directory, PriceBands bands) {
    TreeMap<String, Map<SeriesKey, Line>> months = new TreeMap<>();
    for (Sale sale : sales) {
      if (sale.units() > 0) {
        Line line = new Line(directory.find(sale.key(), sale.series()), sale.units());
        months
            .computeIfAbsent(sale.month(), month -> new LinkedHashMap<>())
            .merge(line.sold().key(), line, Line::plus);
      }
    }
    List<Document> documents = new ArrayList<>();
    months.forEach(
        (month, lines) -> documents.addAll(documents(month, month, lines.values(), bands)));
    if (!months.isEmpty()) {
      String latest = months.lastKey();
      documents.addAll(
          documents(Forms.LATEST_MONTH, latest, months.lastEntry().getValue().values(), bands));
    }
    return documents;
  }

  private static List<Document> documents(
      String variant, String month, Collection<Line> lines, PriceBands bands) {
    Scope overall = new Scope(month, null, null);
    List<Document> documents = new ArrayList<>();
    documents.add(document(Forms.TABLE_5, variant, overall, lines, line -> true));
    documents.add(document(Forms.TABLE_6, variant, overall, lines, line -> line.sold().nev()));
    for (Band band : bands.bands()) {
      documents.add(
          document(
              Forms.table(band.table()).orElseThrow(),
              variant,
              new Scope(month, band.fromCny(), band.toCny()),
              lines,
              line -> line.sold().tables().contains(band.table())));
    }
    return documents;
  }

  private static Document document(
      Form form, String variant, Scope scope, Collection<Line> lines, Predicate<Line> listed) {
    List<Row> rows =
        Ranking.of(
                lines.stream().filter(listed).toList(),
                Comparator.comparingLong(Line::units).reversed(),
                line -> line.sold().series() + '\n' + line.sold().enterpriseName())
            .stream()
            .limit(ROWS)
            .map(BestSellers::row)
            .toList();
    return Document.of(form, variant, YearMonth.parse(scope.month()).atEndOfMonth(), rows)
        .about(scope);
  }

  private static Row row(Ranked<Line> line) {
    SoldSeries sold = line.item().sold();
    return new Row()
        .with("rank", line.rank())
        .with("series", sold.series())
        .with("enterprise", sold.enterpriseName())
        .with("seriesClass", sold.seriesClass())
        .with("status", sold.seriesClass() == null ? "PENDING" : "RATED");
  }
}
