package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and refusals, calculated by hand. */
class TargetPathTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
  private static final MonthDay JUNE_30 = MonthDay.of(6, 30);

  /** 2020: 200 g/km at 1,000; 2030: 100 at 1,500; 2050: 20 at 2,000. */
  static final SectorPathway PATHWAY =
      new SectorPathway(
          "cars",
          3,
          "Cars",
          TargetUnit.GCO2E_PER_KM,
          "billion vehicle-km",
          Ambition.WELL_BELOW_2,
          "worked by hand",
          true,
          List.of(
              point(2020, "200", "1000"), point(2030, "100", "1500"), point(2050, "20", "2000")));

  static SectorPathway.Point point(int year, String intensity, String activity) {
    return new SectorPathway.Point(year, new BigDecimal(intensity), new BigDecimal(activity));
  }

  static TargetDraft contraction(int base, String value, int year, Ambition ambition, String rate) {
    return new TargetDraft(
        new Baseline(base, new BigDecimal(value), TargetUnit.TCO2E, List.of()),
        year,
        TargetModel.ABSOLUTE_CONTRACTION,
        ambition,
        new BigDecimal(rate),
        null,
        List.of(),
        null,
        null);
  }

  static TargetDraft convergence(
      int base, String value, int year, String from, String to, String target) {
    return new TargetDraft(
        new Baseline(base, new BigDecimal(value), TargetUnit.GCO2E_PER_KM, List.of()),
        year,
        TargetModel.INTENSITY_CONVERGENCE,
        null,
        null,
        "cars",
        List.of(
            new ActivityPoint(year, new BigDecimal(to)),
            new ActivityPoint(base, new BigDecimal(from))),
        target == null ? null : new BigDecimal(target),
        null);
  }

  private static TargetPath pathOf(TargetDraft draft) {
    boolean converges = draft.model() == TargetModel.INTENSITY_CONVERGENCE;
    SectorPathway pathway = converges ? PATHWAY : null;
    TargetScope scope = converges ? TargetScope.PRODUCT : TargetScope.ORGANIZATION;
    return TargetPath.of(TargetRules.define(draft, scope, pathway, TODAY, JUNE_30), pathway);
  }

  private static void assertRefused(TargetDraft draft, TargetScope scope, String... faults) {
    assertThatThrownBy(() -> TargetRules.define(draft, scope, PATHWAY, TODAY, JUNE_30))
        .isInstanceOfSatisfying(
            InvalidTargetException.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(fault -> fault.field() + " " + fault.code())
                    .containsExactlyInAnyOrder(faults));
  }

  @Test
  void absoluteContractionTakesTheSamePartOfTheBaselineEachYear() {
    TargetPath path = pathOf(contraction(2020, "125000", 2030, Ambition.CELSIUS_1_5, "4.2"));

    // 4.2 % of 125,000 t is 5,250 t a year.
    // 2021: 125,000 - 1 * 5,250 = 119,750
    // 2027: 125,000 - 7 * 5,250 = 88,250
    // 2030: 125,000 - 10 * 5,250 = 72,500, which is 58 % of the baseline
    assertThat(path.allowed(2020).shown()).isEqualByComparingTo("125000");
    assertThat(path.allowed(2021).shown()).isEqualByComparingTo("119750");
    assertThat(path.allowed(2027).shown()).isEqualByComparingTo("88250");
    assertThat(path.target().shown()).isEqualByComparingTo("72500");
    assertThat(path.allowed()).hasSize(11);
  }

  @Test
  void intensityConvergenceFollowsTheSectorAtConstantShare() {
    // Share: 100 of 1,000 and 150 of 1,500, both a tenth: m = 1.
    TargetPath path = pathOf(convergence(2020, "260", 2030, "100", "150", null));

    // d = 260 - 20 = 240
    // 2030: p = (100 - 20) / (200 - 20) = 4/9; I = 240 * 4/9 + 20 = 126.666...
    // 2025: SI = 150, SA = 1,250, A = 125, m = 1; p = 130/180 = 13/18; I = 240 * 13/18 + 20 =
    // 193.333...
    assertThat(path.target()).isEqualTo(Fraction.of(380).dividedBy(Fraction.of(3)));
    assertThat(path.target().shown()).isEqualByComparingTo("126.6666666667");
    assertThat(path.allowed(2025)).isEqualTo(Fraction.of(580).dividedBy(Fraction.of(3)));
    assertThat(path.allowed(2020).shown()).isEqualByComparingTo("260");
  }

  @Test
  void whoGrowsFasterThanTheSectorHasToFallFaster() {
    // Share: 100 of 1,000 = 0.1 and 180 of 1,500 = 0.12: m = 0.1 / 0.12 = 5/6.
    TargetPath path = pathOf(convergence(2020, "260", 2030, "100", "180", null));

    // I(2030) = 240 * 4/9 * 5/6 + 20 = 800/9 + 20 = 108.888...
    assertThat(path.target()).isEqualTo(Fraction.of(980).dividedBy(Fraction.of(9)));
    // 2025: A = 140 of SA = 1,250: share 0.112, m = 0.1 / 0.112 = 25/28; p = 13/18;
    // I = 240 * 13/18 * 25/28 + 20 = 3250/21 + 20 = 174.761904...
    assertThat(path.allowed(2025)).isEqualTo(Fraction.of(3670).dividedBy(Fraction.of(21)));
  }

  @Test
  void aLowerTargetStretchesThePath() {
    TargetPath path = pathOf(convergence(2020, "260", 2030, "100", "150", "100"));

    // The model takes 260 - 380/3 = 400/3 off until 2030, the enterprise 160: 1.2 times as much.
    // 2025: the model takes 260 - 580/3 = 200/3 off, the enterprise 80: 180.
    assertThat(path.target()).isEqualTo(Fraction.of(100));
    assertThat(path.allowed(2025)).isEqualTo(Fraction.of(180));
  }

  @ParameterizedTest
  @CsvSource({
    "CELSIUS_1_5, 4.2, ",
    "CELSIUS_1_5, 4.1999, 4.1999 % of the baseline per year is less than the 4.2 % that CELSIUS_1_5 takes",
    "WELL_BELOW_2, 2.5, ",
    "WELL_BELOW_2, 2.49, 2.49 % of the baseline per year is less than the 2.5 % that WELL_BELOW_2 takes",
    "CELSIUS_1_5, 10, ",
    "CELSIUS_1_5, 10.01, 10.01 % per year over 10 years is more than all of the baseline",
  })
  void aContractionIsAsFastAsItsAmbitionTakes(Ambition ambition, String rate, String message) {
    Consumer<TargetDraft> define =
        draft -> TargetRules.define(draft, TargetScope.ORGANIZATION, null, TODAY, JUNE_30);
    TargetDraft draft = contraction(2020, "10", 2030, ambition, rate);

    if (message == null) {
      define.accept(draft);
    } else {
      assertThatThrownBy(() -> define.accept(draft)).hasMessageContaining(message);
    }
  }

  @ParameterizedTest
  @CsvSource({"126.6666666666, true", "126.6666666667, false", "0, true"})
  void aTargetIntensityIsNotAboveTheModels(String target, boolean accepted) {
    // The model allows 126.666...: decimals are never cut before the decision.
    TargetDraft draft = convergence(2020, "260", 2030, "100", "150", target);

    if (accepted) {
      assertThat(pathOf(draft).target().shown()).isEqualByComparingTo(target);
    } else {
      assertRefused(draft, TargetScope.PRODUCT, "targetValue below-minimum-ambition");
    }
  }

  @Test
  void everythingThatIsWrongIsNamed() {
    assertRefused(
        contraction(2014, "0", 2026, Ambition.CELSIUS_1_5, "1"),
        TargetScope.PRODUCT,
        "baseline.year out-of-range",
        "targetYear out-of-range",
        "baseline.value not-positive",
        "baseline.unit not-of-this-scope",
        "annualReductionPercent below-minimum-ambition");
    // The base year has to be over, and the last year is that of the pathways.
    assertRefused(
        contraction(2026, "1", 2051, Ambition.WELL_BELOW_2, "2.5"),
        TargetScope.ORGANIZATION,
        "baseline.year out-of-range",
        "targetYear out-of-range");
    // However far away: nothing is counted up to there.
    assertRefused(
        contraction(2020, "1", Integer.MAX_VALUE, Ambition.WELL_BELOW_2, "2.5"),
        TargetScope.ORGANIZATION,
        "targetYear out-of-range",
        "annualReductionPercent below-zero");
    assertRefused(
        convergence(2019, "20", 2030, "100", "-1", null),
        TargetScope.PRODUCT,
        "baseline.value converged",
        "baseline.year not-of-this-pathway",
        "activity[0].value not-positive");
    // Shrinking to a tenth of the share lets the model allow more than today.
    assertRefused(
        convergence(2020, "260", 2030, "100", "15", null),
        TargetScope.PRODUCT,
        "activity no-reduction");
  }

  @Test
  void everyYearFromThisOneIsACheckpointUnlessSomeAreChosen() {
    TargetDraft draft = contraction(2020, "10", 2028, Ambition.CELSIUS_1_5, "5");
    TargetDefinition definition =
        TargetRules.define(draft, TargetScope.ORGANIZATION, null, TODAY, JUNE_30);

    assertThat(definition.checkpoints())
        .containsExactly(
            new Checkpoint(2026, LocalDate.of(2027, 6, 30)),
            new Checkpoint(2027, LocalDate.of(2028, 6, 30)),
            new Checkpoint(2028, LocalDate.of(2029, 6, 30)));
    TargetDraft chosen =
        new TargetDraft(
            draft.baseline(),
            2028,
            draft.model(),
            draft.ambition(),
            draft.annualReductionPercent(),
            null,
            List.of(),
            null,
            List.of(2020, 2027, 2027));
    assertRefused(
        chosen,
        TargetScope.ORGANIZATION,
        "checkpoints[0] out-of-range",
        "checkpoints[2] repeated",
        "checkpoints missing");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-28, 2026-11-28",
    "2027-02-28, 2028-02-28",
    "2028-02-29, 2029-02-28",
    "2027-12-31, 2028-12-31"
  })
  void theClockOfACommitmentRunsForAYear(LocalDate committed, LocalDate due) {
    assertThat(Commitments.submissionDueOn(committed)).isEqualTo(due);
  }
}
