package org.carbonpublicity.rating.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;

class EditionRanksPropertyTest {

  private static final Category BEV = new Category(Powertrain.BEV, "SUV", "A");
  private static final Category HEV = new Category(Powertrain.HEV, "SUV", "A");

  @Property
  void everyPlaceIsThatOfPlainCounting(@ForAll("footprints") List<BigDecimal> footprints) {
    EditionRanks.Builder builder = new EditionRanks.Builder();
    footprints.forEach(footprint -> builder.add(BEV, footprint));
    builder.add(HEV, BigDecimal.ONE);
    EditionRanks ranks = builder.build();

    for (BigDecimal own : footprints) {
      long lower = footprints.stream().filter(other -> other.compareTo(own) < 0).count();
      long equal = footprints.stream().filter(other -> other.compareTo(own) == 0).count();
      Place place = ranks.place(BEV, own);
      assertThat(place).isEqualTo(new Place(lower, lower + equal, footprints.size()));
      assertThat(place.rank()).isEqualTo(lower + 1);
      assertThat(place.sharing()).isEqualTo(equal);
    }
  }

  @Example
  void whatTwelveDecimalsDoNotHoldIsNotPlaced() {
    EditionRanks.Builder builder = new EditionRanks.Builder();
    builder.add(BEV, new BigDecimal("200.0000000000001"));
    builder.add(BEV, new BigDecimal("200"));
    builder.add(HEV, new BigDecimal("200.000000000001000"));
    builder.add(HEV, new BigDecimal("200"));
    EditionRanks ranks = builder.build();

    assertThat(ranks.place(BEV, new BigDecimal("200"))).isNull();
    assertThat(ranks.place(HEV, new BigDecimal("200.000000000001"))).isEqualTo(new Place(1, 2, 2));
    assertThat(ranks.place(HEV, new BigDecimal("99999999999"))).isNull();
  }

  @Example
  void thePercentileIsTheShareUpToTheFootprint() {
    assertThat(new Place(0, 2, 3).percentile()).isEqualTo("66.7");
    assertThat(new Place(2, 3, 3).percentile()).isEqualTo("100.0");
    assertThat(new Place(0, 1, 8).percentile()).isEqualTo("12.5");
    assertThat(new Place(0, 1, 16).percentile()).isEqualTo("6.3");
  }

  /** Few different ones, so that many share a place; zeros at the end make no difference. */
  @Provide
  Arbitrary<List<BigDecimal>> footprints() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(150, 160).map(BigDecimal::valueOf),
            Arbitraries.integers().between(1500, 1600).map(tenths -> BigDecimal.valueOf(tenths, 1)),
            Arbitraries.integers()
                .between(1500, 1600)
                .map(tenths -> new BigDecimal(tenths + "00E-3")),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("1"), new BigDecimal("5000"))
                .ofScale(12))
        .list()
        .ofMinSize(1)
        .ofMaxSize(200);
  }
}
