package org.carbonpublicity.reporting.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a table or figure in an edition, free of language and of form.
 *
 * @param name of its {@link Form}
 * @param variant which of several documents of that form; empty when there is one
 * @param asOf the day that it describes
 * @param rows cells by column key
 * @param histogram further rows that only figure 13 has
 * @param scope what it is about beside its edition; null when there is nothing to tell
 */
public record Document(
    String name,
    String variant,
    @Nullable LocalDate asOf,
    List<Map<String, @Nullable Object>> rows,
    @Nullable List<Map<String, @Nullable Object>> histogram,
    @Nullable Scope scope) {

  /**
   * What best sellers are about.
   *
   * @param month whose sales are ranked, as YYYY-MM
   * @param priceFromCny lower bound of the price band, inclusive; null for all prices
   * @param priceToCny upper bound of the price band, exclusive; null when there is none
   */
  public record Scope(
      String month, @Nullable BigDecimal priceFromCny, @Nullable BigDecimal priceToCny) {}

  public static Document of(Form form, String variant, @Nullable LocalDate asOf, List<Row> rows) {
    return new Document(form.name(), variant, asOf, cells(rows), null, null);
  }

  Document withHistogram(List<Row> bins) {
    return new Document(name, variant, asOf, rows, cells(bins), scope);
  }

  /** The same document, saying what it is about. */
  public Document about(Scope newScope) {
    return new Document(name, variant, asOf, rows, histogram, newScope);
  }

  private static List<Map<String, @Nullable Object>> cells(List<Row> rows) {
    return rows.stream().map(Row::cells).toList();
  }
}
