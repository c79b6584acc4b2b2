package org.carbonpublicity.reporting.report;

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
 */
public record Document(
    String name,
    String variant,
    @Nullable LocalDate asOf,
    List<Map<String, @Nullable Object>> rows,
    @Nullable List<Map<String, @Nullable Object>> histogram) {

  public static Document of(Form form, String variant, @Nullable LocalDate asOf, List<Row> rows) {
    return new Document(form.name(), variant, asOf, cells(rows), null);
  }

  Document withHistogram(List<Row> bins) {
    return new Document(name, variant, asOf, rows, cells(bins));
  }

  private static List<Map<String, @Nullable Object>> cells(List<Row> rows) {
    return rows.stream().map(Row::cells).toList();
  }
}
