package org.carbonpublicity.reporting.sales;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said of months before. Since enterprises merge, one series may have several rows, which
 * a new one replaces together: it goes on with one of them and withdraws the others.
 */
final class FormerSales {

  private final Map<String, Map<SeriesKey, List<Sale>>> rows = new HashMap<>();

  /**
   * @param latest revision of each row, by month
   */
  FormerSales(Map<String, Map<SeriesKey, Sale>> latest, Collection<Enterprise> enterprises) {
    SeriesDirectory merged = SeriesDirectory.ofEnterprises(enterprises);
    latest.forEach(
        (month, sales) ->
            sales.forEach(
                (key, sale) ->
                    rows.computeIfAbsent(month, m -> new HashMap<>())
                        .computeIfAbsent(merged.standing(key), k -> new ArrayList<>())
                        .add(sale)));
    // The row under the code that stands goes first.
    rows.values()
        .forEach(
            month ->
                month.forEach(
                    (key, sales) ->
                        sales.sort(
                            Comparator.comparing((Sale sale) -> !sale.key().equals(key))
                                .thenComparing(sale -> sale.key().enterprise()))));
  }

  private List<Sale> of(String month, SeriesKey key) {
    return rows.getOrDefault(month, Map.of()).getOrDefault(key, List.of());
  }

  /** The row that a new one goes on with; one that counts, where there is any. */
  @Nullable Sale find(String month, SeriesKey key) {
    List<Sale> all = of(month, key);
    return all.stream()
        .filter(sale -> sale.unitsSold() != null)
        .findFirst()
        .orElse(all.isEmpty() ? null : all.get(0));
  }

  /** The other rows that count. */
  List<Sale> besides(String month, SeriesKey key) {
    Sale found = find(month, key);
    return of(month, key).stream()
        .filter(sale -> sale.unitsSold() != null && !sale.equals(found))
        .toList();
  }
}
