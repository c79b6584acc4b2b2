package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.local.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Best sellers after batch 4 was published, computed here from what the rating service answers of
 * edition 2 and from the demo's file. (Before it: {@link PublishedFiguresIT}.)
 */
class BestSellersIT {

  private static final List<Map<String, Object>> RATINGS = new ArrayList<>();

  private final DemoPlatform demo = DemoPlatform.loaded();

  @Test
  void nothingIsPendingAnyMore() {
    for (int table = 5; table <= 11; table++) {
      assertThat(rows(table)).extracting(row -> row.get("status")).containsOnly("RATED");
    }
    assertThat(rows(5)).extracting(row -> row.get("series")).contains("Qin L", "Seal 06 DM-i");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0, 99999999999",
    "6, 0, 99999999999",
    "7, 0, 100000",
    "8, 100000, 150000",
    "9, 150000, 200000",
    "10, 200000, 300000",
    "11, 300000, 99999999999"
  })
  void tableIsWhatTheRatingsSay(int table, BigDecimal from, BigDecimal to) throws IOException {
    List<Map<String, String>> expected = new ArrayList<>();
    for (String[] sold : sold()) {
      List<Map<String, Object>> onSale =
          ratings().stream()
              .filter(rating -> sold[1].equals(rating.get("enterpriseName")))
              .filter(rating -> sold[2].equals(rating.get("series")))
              .filter(rating -> Boolean.TRUE.equals(rating.get("onSale")))
              .toList();
      boolean listed =
          switch (table) {
            case 5 -> true;
            case 6 ->
                onSale.stream()
                    .anyMatch(rating -> List.of("BEV", "PHEV").contains(rating.get("powertrain")));
            default -> onSale.stream().anyMatch(rating -> priced(rating, from, to));
          };
      if (listed && expected.size() < 10) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("rank", Integer.toString(expected.size() + 1));
        row.put("series", sold[2]);
        row.put("enterprise", sold[1]);
        row.put(
            "seriesClass",
            onSale.stream()
                .filter(rating -> rating.get("class") != null)
                .map(rating -> rating.get("class").toString())
                .max(String::compareTo)
                .orElseThrow());
        row.put("status", "RATED");
        expected.add(row);
      }
    }

    assertThat(rows(table)).isEqualTo(expected);
  }

  private static boolean priced(Map<String, Object> rating, BigDecimal from, BigDecimal to) {
    if (rating.get("priceCny") == null) {
      return false;
    }
    BigDecimal price = new BigDecimal(rating.get("priceCny").toString());
    return price.compareTo(from) >= 0 && price.compareTo(to) < 0;
  }

  /** Cells of the file below its header, in the order of units sold. */
  private static List<String[]> sold() throws IOException {
    return Files.readAllLines(
            Installation.above(Path.of("")).demoFolder().resolve("sales-2024-09.csv"),
            StandardCharsets.UTF_8)
        .stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .sorted(Comparator.comparingInt(cells -> -Integer.parseInt(cells[3])))
        .toList();
  }

  private synchronized List<Map<String, Object>> ratings() {
    String next = RATINGS.isEmpty() ? "/api/v1/editions/2/ratings?limit=1000" : null;
    while (next != null) {
      Response page = demo.anyone().call().urlEncodingEnabled(false).get(next);
      assertThat(page.statusCode()).isEqualTo(200);
      RATINGS.addAll(page.jsonPath().getList("items"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
    return RATINGS;
  }

  private List<Map<String, String>> rows(int table) {
    List<Map<String, Object>> rows =
        demo.anyone()
            .call()
            .get("/api/v1/reports/2/tables/" + table)
            .then()
            .statusCode(200)
            .extract()
            .path("rows");
    return rows.stream()
        .map(
            row -> {
              Map<String, String> cells = new LinkedHashMap<>();
              row.forEach((column, cell) -> cells.put(column, cell == null ? "" : "" + cell));
              return cells;
            })
        .toList();
  }
}
