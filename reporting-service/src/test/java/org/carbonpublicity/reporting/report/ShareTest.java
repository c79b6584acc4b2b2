package org.carbonpublicity.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carbonpublicity.reporting.report.Ranking.Ranked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  @ParameterizedTest
  @CsvSource({"1, 16, 6.3", "10, 32, 31.3", "0, 7, 0.0", "7, 7, 100.0", "1, 3, 33.3", "2, 3, 66.7"})
  void percentIsRoundedHalfUp(long part, long whole, String percent) {
    assertThat(new Share(part, whole).percent()).isEqualTo(new BigDecimal(percent));
  }

  @Test
  void sharesThatLookEqualAreComparedExactly() {
    Share one = new Share(47, 59);
    Share other = new Share(63, 79);

    assertThat(one.percent()).isEqualTo(other.percent());
    assertThat(one).isLessThan(other);
  }

  @Test
  void thereIsNoShareOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0));
  }

  @Property
  void orderIsThatOfTheFractions(
      @ForAll @IntRange(min = 1, max = 400) int whole,
      @ForAll @IntRange(min = 1, max = 400) int otherWhole,
      @ForAll @IntRange(max = 400) int part,
      @ForAll @IntRange(max = 400) int otherPart) {
    Share share = new Share(Math.min(part, whole), whole);
    Share other = new Share(Math.min(otherPart, otherWhole), otherWhole);

    // 400² distinct fractions are further apart than doubles are wrong.
    double difference =
        (double) share.part() / share.whole() - (double) other.part() / other.whole();
    int expected = Math.abs(difference) < 1e-9 ? 0 : difference < 0 ? -1 : 1;
    assertThat(Integer.signum(share.compareTo(other))).isEqualTo(expected);
  }

  @Test
  void equalValuesShareARankAndAreListedByName() {
    record Line(String name, Share share) {}
    List<Line> lines =
        List.of(
            new Line("Delta", new Share(1, 2)),
            new Line("Alpha", new Share(1, 4)),
            new Line("Beta", new Share(2, 4)),
            new Line("Gamma", new Share(3, 4)));

    List<Ranked<Line>> ranked =
        Ranking.of(lines, Comparator.comparing(Line::share).reversed(), Line::name);

    assertThat(ranked.stream().map(line -> line.rank() + " " + line.item().name()))
        .containsExactly("1 Gamma", "2 Beta", "2 Delta", "4 Alpha");
  }
}
