package org.carbonpublicity.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carbonpublicity.reporting.report.Document;
import org.carbonpublicity.reporting.sales.PriceBands.Band;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ranking, bands and matching, without a container. */
class BestSellersTest {

  private static final Instant AT = Instant.parse("2024-10-15T00:00:00Z");
  private static final PriceBands BANDS =
      new PriceBands(
          List.of(
              band(7, 0, 100_000),
              band(8, 100_000, 150_000),
              band(9, 150_000, 200_000),
              band(10, 200_000, 300_000),
              new Band(11, BigDecimal.valueOf(300_000), null)));

  private static Band band(int table, int from, int to) {
    return new Band(table, BigDecimal.valueOf(from), BigDecimal.valueOf(to));
  }

  private static Sale sale(String series, long units) {
    return new Sale("2024-09", SeriesKey.of("E1", series), series, units, 1, AT, "a");
  }

  private static SeriesDirectory directory(PublishedModels... models) {
    return new SeriesDirectory(List.of(), List.of(), List.of(), List.of(models), BANDS);
  }

  private static PublishedModels models(
      String series, boolean onSale, @Nullable Integer table, @Nullable Integer worst) {
    return new PublishedModels("E1", "Alpha", series, onSale, "BEV", table, worst);
  }

  private static List<Map<String, @Nullable Object>> rows(
      List<Document> documents, String name, String variant) {
    return documents.stream()
        .filter(document -> document.name().equals(name) && document.variant().equals(variant))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  @Provide
  Arbitrary<List<Sale>> sales() {
    Arbitrary<Integer> names = Arbitraries.integers().between(1, 40);
    return Combinators.combine(
            names.set().ofMaxSize(30), Arbitraries.longs().between(0, 12).list().ofSize(40))
        .as(
            (series, units) -> {
              List<Sale> sales = new ArrayList<>();
              for (int name : series) {
                sales.add(sale("S%02d".formatted(name), units.get(name - 1)));
              }
              return sales;
            });
  }

  @Property(tries = 300)
  void ranksAreCompetitionRanksByUnits(@ForAll("sales") List<Sale> sales) {
    List<Document> documents = BestSellers.documents(sales, directory(), BANDS);

    List<Sale> sold = sales.stream().filter(sale -> sale.units() > 0).toList();
    if (sold.isEmpty()) {
      assertThat(documents).isEmpty();
      return;
    }
    List<Map<String, @Nullable Object>> rows = rows(documents, "table-5", "");
    assertThat(rows).hasSize(Math.min(10, sold.size()));
    assertThat(rows).isEqualTo(rows(documents, "table-5", "2024-09"));
    String before = "";
    int rankBefore = 0;
    Set<Object> listed = new HashSet<>();
    for (Map<String, @Nullable Object> row : rows) {
      String series = String.valueOf(row.get("series"));
      long units = units(sold, series);
      int rank = (Integer) java.util.Objects.requireNonNull(row.get("rank"));
      // By its definition: one more than there are that sold more.
      assertThat(rank)
          .isEqualTo(1 + (int) sold.stream().filter(other -> other.units() > units).count());
      if (rank == rankBefore) {
        assertThat(series).isGreaterThan(before);
      }
      assertThat(listed.add(series)).isTrue();
      before = series;
      rankBefore = rank;
    }
    long least = units(sold, before);
    assertThat(sold)
        .filteredOn(sale -> !listed.contains(sale.series()))
        .allMatch(sale -> sale.units() <= least);
  }

  private static long units(List<Sale> sales, String series) {
    return sales.stream()
        .filter(sale -> sale.series().equals(series))
        .findFirst()
        .orElseThrow()
        .units();
  }

  @Property(tries = 300)
  void everyPriceLiesInOneBandWithItsLowerBound(@ForAll @IntRange(max = 40_000_000) int fen) {
    BigDecimal price = BigDecimal.valueOf(fen, 2);

    Optional<Band> found = BANDS.of(price);

    assertThat(found).isPresent();
    Band band = found.get();
    assertThat(price).isGreaterThanOrEqualTo(band.fromCny());
    if (band.toCny() != null) {
      assertThat(price).isLessThan(band.toCny());
    }
  }

  @Test
  void aBoundBelongsToTheBandAboveIt() {
    assertThat(table("99999.99")).isEqualTo(7);
    assertThat(table("100000")).isEqualTo(8);
    assertThat(table("149999.999")).isEqualTo(8);
    assertThat(table("200000.00")).isEqualTo(10);
    assertThat(table("300000")).isEqualTo(11);
    assertThat(BANDS.of(new BigDecimal("-1"))).isEmpty();
  }

  private static int table(String price) {
    return BANDS.of(new BigDecimal(price)).orElseThrow().table();
  }

  @Test
  void bandsWithAGapAreNone() {
    List<Band> gap = List.of(band(7, 0, 1), band(8, 2, 3));

    assertThatThrownBy(() -> new PriceBands(gap)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWorstClassOnSaleIsTheSeriesOwn() {
    SeriesDirectory directory =
        directory(
            models("One", true, 7, 2),
            models("One", true, 8, 4),
            models("One", true, null, null),
            models("One", false, 11, 5),
            models("Unrated", true, 7, null),
            models("Gone", false, 7, 1));

    SoldSeries one = directory.find(SeriesKey.of("E1", "ONE"), "ONE");
    assertThat(one.series()).isEqualTo("One");
    assertThat(one.seriesClass()).isEqualTo(4);
    assertThat(one.tables()).containsExactly(7, 8);
    SoldSeries unrated = directory.find(SeriesKey.of("E1", "Unrated"), "Unrated");
    assertThat(unrated.seriesClass()).isNull();
    assertThat(unrated.tables()).containsExactly(7);
    SoldSeries gone = directory.find(SeriesKey.of("E1", "Gone"), "Gone");
    assertThat(gone.matched()).isTrue();
    assertThat(gone.seriesClass()).isNull();
    assertThat(gone.tables()).isEmpty();
    assertThat(directory.find(SeriesKey.of("E1", "Never"), "Never").matched()).isFalse();
  }

  @Test
  void whatIsSoldUnderSeveralNamesIsAddedUp() {
    SeriesAlias alias = new SeriesAlias("E1", "Uno", "E1", "One", 1, "a", AT);
    SeriesDirectory directory =
        new SeriesDirectory(
            List.of(), List.of(alias), List.of(), List.of(models("One", true, 7, 2)), BANDS);

    List<Document> documents =
        BestSellers.documents(
            List.of(sale("Two", 15), sale("One", 10), sale("uno", 10)), directory, BANDS);

    assertThat(rows(documents, "table-5", ""))
        .extracting(row -> row.get("rank") + " " + row.get("series"))
        .containsExactly("1 One", "2 Two");
  }

  @Test
  void mergersInACircleEnd() {
    SeriesDirectory directory =
        SeriesDirectory.ofEnterprises(
            List.of(
                new Enterprise("E1", "Alpha", List.of(), "E2", 1),
                new Enterprise("E2", "Beta", List.of(), "E1", 1)));

    assertThat(directory.standing("E1")).isIn("E1", "E2");
  }
}
