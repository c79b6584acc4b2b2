package org.carbonpublicity.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.reporting.report.Population.Bin;
import org.carbonpublicity.reporting.report.Population.Cell;
import org.carbonpublicity.reporting.report.Population.Spread;
import org.junit.jupiter.api.Test;

class EditionDocumentsTest {

  private static final LocalDate CUT_OFF = LocalDate.of(2024, 9, 30);
  private static final BigDecimal TEN = BigDecimal.TEN;

  @Test
  void modelsOffSaleCountInNoShareAndNoMean() {
    List<Cell> cells =
        List.of(
            onSale("Alpha", "BEV", true, 1, 1, "100"),
            new Cell(
                "G",
                "Alpha",
                "Alpha",
                "B",
                "DOMESTIC",
                "BEV",
                false,
                null,
                5,
                9,
                new BigDecimal("9000")));

    assertThat(rows(cells, "table-3"))
        .containsExactly(
            share(
                "Alpha",
                "belowAverageSharePercent",
                "100.0",
                "belowAverageModels",
                1,
                "models",
                1));
    assertThat(rows(cells, "table-4"))
        .containsExactly(
            share("Alpha", "class1SharePercent", "100.0", "class1Models", 1, "ratedModels", 1));
    assertThat(rows(cells, "figure-14").get(0))
        .containsEntry("meanFootprintGramsPerKm", new BigDecimal("100.00"));
    assertThat(rows(cells, "figure-13").get(0))
        .containsEntry("models", 10L)
        .containsEntry("onSaleModels", 1L);
  }

  @Test
  void unratedModelsCountInMeansAndAverageSharesButNotAmongRatedOnes() {
    List<Cell> cells =
        List.of(
            onSale("Alpha", "BEV", false, 1, 1, "100"),
            onSale("Alpha", "BEV", true, null, 1, "50"),
            onSale("Beta", "BEV", true, null, 1, "50"));

    assertThat(rows(cells, "table-4"))
        .extracting(row -> row.get("enterprise"), row -> row.get("ratedModels"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Alpha", 1L));
    assertThat(rows(cells, "table-3")).hasSize(2);
    assertThat(rows(cells, "figure-1"))
        .containsExactly(
            Map.of("group", "G", "meanFootprintGramsPerKm", new BigDecimal("66.67"), "models", 3L));
  }

  @Test
  void onlyTheTenLargestGroupsStandInFigure1LowestMeanFirst() {
    List<Cell> cells = new java.util.ArrayList<>();
    for (int i = 1; i <= 11; i++) {
      cells.add(
          cell("Group " + i, "E" + i, "BEV", "DOMESTIC", i, BigDecimal.valueOf(i * (200L - i))));
    }
    cells.add(cell(null, "Independent", "BEV", "DOMESTIC", 99, TEN));

    assertThat(rows(cells, "figure-1"))
        .extracting(row -> row.get("group"))
        .containsExactly(
            "Group 11",
            "Group 10",
            "Group 9",
            "Group 8",
            "Group 7",
            "Group 6",
            "Group 5",
            "Group 4",
            "Group 3",
            "Group 2");
  }

  @Test
  void nevAreBevAndPhev() {
    List<Cell> cells =
        List.of(
            cell("G", "E1", "BEV", "DOMESTIC", 1, new BigDecimal("100")),
            cell("G", "E1", "PHEV", "DOMESTIC", 1, new BigDecimal("200")),
            cell("G", "E1", "HEV", "DOMESTIC", 1, new BigDecimal("300")),
            cell("G", "E1", "GASOLINE", "GERMAN", 1, new BigDecimal("400")));

    assertThat(rows(cells, "figure-15"))
        .containsExactly(mean("ALL", "150.00", 2), mean("DOMESTIC", "150.00", 2));
    assertThat(rows(cells, "figure-14"))
        .containsExactly(
            mean("ALL", "250.00", 4), mean("DOMESTIC", "200.00", 3), mean("GERMAN", "400.00", 1));
  }

  @Test
  void classesAreSpreadByEnterpriseAndByBrandWithinAGroup() {
    List<Cell> cells =
        List.of(
            onSale("Alpha", "BEV", true, 1, 2, "100"),
            onSale("Alpha", "BEV", false, 5, 1, "100"),
            onSale("Beta", "BEV", false, 3, 1, "100"));

    List<Document> documents =
        EditionDocuments.of(new Population(cells, List.of(), List.of()), CUT_OFF);

    assertThat(
            documents.stream()
                .filter(d -> d.name().equals("class-distribution"))
                .map(Document::variant))
        .containsExactlyInAnyOrder("ENTERPRISE", "ENTERPRISE/G", "BRAND", "BRAND/G");
    Map<String, Object> alpha =
        documents.stream()
            .filter(d -> d.variant().equals("ENTERPRISE/G"))
            .findFirst()
            .orElseThrow()
            .rows()
            .get(0);
    assertThat(alpha)
        .containsEntry("name", "Alpha")
        .containsEntry("ratedModels", 3L)
        .containsEntry("class1Models", 2L)
        .containsEntry("class1SharePercent", new BigDecimal("66.7"))
        .containsEntry("class5SharePercent", new BigDecimal("33.3"))
        .containsEntry("class3SharePercent", new BigDecimal("0.0"));
  }

  @Test
  void aPowertrainWithoutModelsOnSaleHasEmptyCells() {
    Cell offSale = new Cell("G", "E1", "E1", "B", "DOMESTIC", "DIESEL", false, null, null, 4, TEN);

    Map<String, Object> row = rows(List.of(offSale), "figure-13").get(0);

    assertThat(row).containsEntry("models", 4L).containsEntry("onSaleModels", 0L);
    assertThat(row.get("mean")).isNull();
    assertThat(row.get("median")).isNull();
  }

  @Test
  void orderStatisticsAreRoundedOnlyForDisplay() {
    Spread spread = new Spread("BEV", java.util.Collections.nCopies(7, new BigDecimal("100.125")));
    Population population =
        new Population(
            List.of(onSale("Alpha", "BEV", true, 1, 1, "100.125")),
            List.of(spread),
            List.of(new Bin("BEV", 5, 1)));

    Document figure = document(population, "figure-13");

    assertThat(figure.rows().get(0)).containsEntry("median", new BigDecimal("100.13"));
    assertThat(figure.histogram())
        .containsExactly(
            Map.of(
                "powertrain", "BEV", "fromGramsPerKm", 100L, "toGramsPerKm", 120L, "models", 1L));
  }

  private static Cell onSale(
      String enterprise,
      String powertrain,
      boolean below,
      Integer ratingClass,
      long models,
      String sum) {
    return new Cell(
        "G",
        enterprise,
        enterprise,
        "Brand " + enterprise,
        "DOMESTIC",
        powertrain,
        true,
        below,
        ratingClass,
        models,
        new BigDecimal(sum));
  }

  private static Cell cell(
      String group,
      String enterprise,
      String powertrain,
      String style,
      long models,
      BigDecimal sum) {
    return new Cell(
        group, enterprise, enterprise, "B", style, powertrain, true, false, 3, models, sum);
  }

  private static Map<String, Object> share(
      String enterprise, String share, String percent, String part, long m, String base, long n) {
    return Map.of(
        "rank",
        1,
        "enterpriseCode",
        enterprise,
        "enterprise",
        enterprise,
        share,
        new BigDecimal(percent),
        part,
        m,
        base,
        n);
  }

  private static Map<String, Object> mean(String style, String mean, long models) {
    return Map.of(
        "style", style, "meanFootprintGramsPerKm", new BigDecimal(mean), "models", models);
  }

  private static List<Map<String, Object>> rows(List<Cell> cells, String name) {
    return document(new Population(cells, List.of(), List.of()), name).rows();
  }

  private static Document document(Population population, String name) {
    return EditionDocuments.of(population, CUT_OFF).stream()
        .filter(document -> document.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
