package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows what came out of the demo: the tables and figures that a reader of the report looks at
 * first.
 */
final class KeyTables {

  private static final int TOP_ROWS = 5;
  private static final int ALL_ROWS = 20;
  private static final int WIDEST = 40;

  private final ApiClient api;
  private final PrintStream out;

  KeyTables(ApiClient api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /** All key tables and figures of an edition. */
  void printAll(int edition) {
    table("member", edition, "tables/1", TOP_ROWS, List.of());
    table("member", edition, "tables/2", TOP_ROWS, List.of());
    table(ApiClient.PUBLIC, edition, "tables/12", ALL_ROWS, List.of());
    printRated(edition);
  }

  /** Those that an edition changes. */
  void printRated(int edition) {
    table(ApiClient.PUBLIC, edition, "tables/3", TOP_ROWS, List.of());
    table(ApiClient.PUBLIC, edition, "tables/4", TOP_ROWS, List.of());
    table(ApiClient.PUBLIC, edition, "tables/5?month=" + MonthlySales.MONTH, TOP_ROWS, List.of());
    table(
        ApiClient.PUBLIC,
        edition,
        "figures/13",
        ALL_ROWS,
        List.of("powertrain", "models", "onSaleModels", "median", "mean"));
    table(ApiClient.PUBLIC, edition, "figures/14", ALL_ROWS, List.of());
    table(ApiClient.PUBLIC, edition, "figures/15", ALL_ROWS, List.of());
  }

  /**
   * @param chosen keys of the columns to show; empty for all
   */
  private void table(String client, int edition, String path, int mostRows, List<String> chosen) {
    JsonNode table = api.get(client, "/api/v1/reports/" + edition + "/" + path).expect(200).body();
    List<String> columns = new ArrayList<>();
    table
        .path("columns")
        .forEach(
            column -> {
              String key = column.path("key").asText();
              if (chosen.isEmpty() || chosen.contains(key)) {
                columns.add(key);
              }
            });
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns);
    JsonNode rows = table.path("rows");
    for (int i = 0; i < Math.min(mostRows, rows.size()); i++) {
      JsonNode row = rows.get(i);
      lines.add(columns.stream().map(column -> cell(row.path(column))).toList());
    }
    out.println();
    String kind = path.startsWith("tables") ? "Table" : "Figure";
    out.printf(
        "%s %d  %s (%s)%n",
        kind,
        table.path("number").asInt(),
        table.path("title").asText(),
        rows.size() > mostRows
            ? "first " + mostRows + " of " + rows.size() + " rows"
            : rows.size() + " rows");
    print(lines);
  }

  private static String cell(JsonNode value) {
    String text = value.isNull() || value.isMissingNode() ? "" : value.asText();
    return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
  }

  /** Numbers to the right, words to the left. */
  private void print(List<List<String>> lines) {
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder(" ");
      for (int column = 0; column < line.size(); column++) {
        int at = column;
        int width = lines.stream().mapToInt(each -> each.get(at).length()).max().orElse(1);
        boolean number = lines.size() > 1 && lines.get(1).get(at).matches("-?[0-9.]+");
        text.append(
            String.format(Locale.ROOT, " %" + (number ? "" : "-") + width + "s ", line.get(at)));
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
