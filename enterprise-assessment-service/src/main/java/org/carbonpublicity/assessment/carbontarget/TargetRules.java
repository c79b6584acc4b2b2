package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a target must be. A target below its model's least ambition is refused, with the numbers.
 */
public final class TargetRules {

  /** Base years before this are too far from what an enterprise is today (SBTi criteria). */
  public static final int EARLIEST_BASE_YEAR = 2015;

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final TargetDraft draft;
  private final TargetScope scope;
  private final @Nullable SectorPathway pathway;
  private final LocalDate today;
  private final List<TargetViolation> violations = new ArrayList<>();

  private TargetRules(
      TargetDraft draft, TargetScope scope, @Nullable SectorPathway pathway, LocalDate today) {
    this.draft = draft;
    this.scope = scope;
    this.pathway = pathway;
    this.today = today;
  }

  /**
   * The definition that a draft makes.
   *
   * @param pathway the latest version of the one named; null when there is none
   * @param reportsDue until when a year's report is due in the year after
   * @throws InvalidTargetException that names all that is wrong
   */
  public static TargetDefinition define(
      TargetDraft draft,
      TargetScope scope,
      @Nullable SectorPathway pathway,
      LocalDate today,
      MonthDay reportsDue) {
    TargetRules rules = new TargetRules(draft, scope, pathway, today);
    rules.checkYears();
    if (draft.model() == TargetModel.ABSOLUTE_CONTRACTION) {
      rules.checkContraction();
    } else {
      rules.checkConvergence();
    }
    List<Integer> years = rules.checkpoints();
    rules.refuse();
    SectorPathway followed = draft.model() == TargetModel.INTENSITY_CONVERGENCE ? pathway : null;
    TargetDefinition definition =
        new TargetDefinition(
            draft.baseline(),
            draft.targetYear(),
            draft.model(),
            followed == null ? Objects.requireNonNull(draft.ambition()) : followed.ambition(),
            draft.annualReductionPercent(),
            followed == null ? null : followed.id(),
            followed == null ? null : followed.version(),
            draft.activity().stream().sorted(Comparator.comparingInt(ActivityPoint::year)).toList(),
            draft.targetValue(),
            years.stream()
                .sorted()
                .map(year -> new Checkpoint(year, reportsDue.atYear(year + 1)))
                .toList());
    rules.checkAmbition(definition);
    rules.refuse();
    return definition;
  }

  private void checkYears() {
    Baseline baseline = draft.baseline();
    if (baseline.year() < EARLIEST_BASE_YEAR || baseline.year() >= today.getYear()) {
      fault(
          "baseline.year",
          "out-of-range",
          "%d is not from %d to %d: the base year is a year that is over"
              .formatted(baseline.year(), EARLIEST_BASE_YEAR, today.getYear() - 1));
    }
    if (draft.targetYear() <= today.getYear() || draft.targetYear() > SectorPathway.LAST_YEAR) {
      fault(
          "targetYear",
          "out-of-range",
          "%d is not from %d to %d"
              .formatted(draft.targetYear(), today.getYear() + 1, SectorPathway.LAST_YEAR));
    }
    if (baseline.value().signum() <= 0) {
      fault("baseline.value", "not-positive", "the baseline is above zero");
    }
  }

  private void checkContraction() {
    unwanted("pathway", draft.pathway());
    unwanted("activity", draft.activity().isEmpty() ? null : draft.activity());
    unwanted("targetValue", draft.targetValue());
    TargetUnit unit = draft.baseline().unit();
    if ((scope == TargetScope.ORGANIZATION) != (unit == TargetUnit.TCO2E)) {
      fault(
          "baseline.unit",
          "not-of-this-scope",
          "an organization contracts in tCO2e, a product per its functional unit");
    }
    Ambition ambition = draft.ambition();
    if (ambition == null) {
      fault("ambition", "missing", "ambition is needed");
    }
    BigDecimal rate = draft.annualReductionPercent();
    if (rate == null) {
      fault("annualReductionPercent", "missing", "annualReductionPercent is needed");
      return;
    }
    if (ambition != null && rate.compareTo(ambition.leastAnnualReductionPercent()) < 0) {
      fault(
          "annualReductionPercent",
          "below-minimum-ambition",
          "%s %% of the baseline per year is less than the %s %% that %s takes"
              .formatted(
                  rate.toPlainString(),
                  ambition.leastAnnualReductionPercent().toPlainString(),
                  ambition));
    }
    long years = (long) draft.targetYear() - draft.baseline().year();
    if (years > 0 && rate.multiply(BigDecimal.valueOf(years)).compareTo(HUNDRED) > 0) {
      fault(
          "annualReductionPercent",
          "below-zero",
          "%s %% per year over %d years is more than all of the baseline"
              .formatted(rate.toPlainString(), years));
    }
  }

  private void checkConvergence() {
    unwanted("annualReductionPercent", draft.annualReductionPercent());
    checkActivity();
    if (draft.pathway() == null) {
      fault("pathway", "missing", "pathway is needed");
      return;
    }
    if (pathway == null) {
      fault("pathway", "unknown", "there is no pathway " + draft.pathway());
      return;
    }
    if (draft.ambition() != null && draft.ambition() != pathway.ambition()) {
      fault("ambition", "not-of-this-pathway", "the pathway's is " + pathway.ambition());
    }
    if (draft.baseline().unit() != pathway.unit()) {
      fault("baseline.unit", "not-of-this-pathway", "the pathway's is " + pathway.unit());
    }
    Fraction last = pathway.intensity(SectorPathway.LAST_YEAR).orElseThrow();
    Fraction own = Fraction.of(draft.baseline().value());
    if (own.compareTo(last) <= 0) {
      fault(
          "baseline.value",
          "converged",
          "%s is not above the sector's %s of %d: there is nothing to converge to"
              .formatted(own.shown(), last.shown(), SectorPathway.LAST_YEAR));
    }
    int base = draft.baseline().year();
    boolean reached = pathway.intensity(base).filter(sector -> last.isBelow(sector)).isPresent();
    if (!reached) {
      fault(
          "baseline.year",
          "not-of-this-pathway",
          "the pathway has no intensity of %d above that of %d"
              .formatted(base, SectorPathway.LAST_YEAR));
    }
  }

  private void checkActivity() {
    Set<Integer> years = new HashSet<>();
    List<ActivityPoint> activity = draft.activity();
    for (int i = 0; i < activity.size(); i++) {
      ActivityPoint point = activity.get(i);
      String field = "activity[" + i + "]";
      if (!years.add(point.year())) {
        fault(field + ".year", "repeated", point.year() + " is given twice");
      }
      if (point.year() < draft.baseline().year() || point.year() > draft.targetYear()) {
        fault(field + ".year", "out-of-range", point.year() + " is not on the path");
      }
      if (point.value().signum() <= 0) {
        fault(field + ".value", "not-positive", "activity is above zero");
      }
    }
    for (int needed : new int[] {draft.baseline().year(), draft.targetYear()}) {
      if (!years.contains(needed)) {
        fault("activity", "missing", "the activity of " + needed + " is needed");
      }
    }
  }

  private void checkAmbition(TargetDefinition definition) {
    if (definition.model() != TargetModel.INTENSITY_CONVERGENCE) {
      return;
    }
    Fraction start = Fraction.of(definition.baseline().value());
    Fraction asked = TargetPath.modelled(definition, pathway, definition.targetYear());
    if (!asked.isBelow(start)) {
      fault(
          "activity",
          "no-reduction",
          "by the activity given, the model asks for no reduction: %s in %d, %s in the base year"
              .formatted(asked.shown(), definition.targetYear(), start.shown()));
      return;
    }
    BigDecimal own = definition.targetValue();
    if (own != null && own.signum() < 0) {
      fault("targetValue", "negative", "a target is not below zero");
    } else if (own != null && asked.isBelow(Fraction.of(own))) {
      fault(
          "targetValue",
          "below-minimum-ambition",
          "%s in %d is more than the %s that the model allows"
              .formatted(own.toPlainString(), definition.targetYear(), asked.shown()));
    }
  }

  private List<Integer> checkpoints() {
    int base = draft.baseline().year();
    List<Integer> given = draft.checkpointYears();
    if (given == null && draft.targetYear() > SectorPathway.LAST_YEAR) {
      // Refused above; there may be billions of years until then.
      return List.of();
    }
    if (given == null) {
      return IntStream.rangeClosed(Math.max(base + 1, today.getYear()), draft.targetYear())
          .boxed()
          .toList();
    }
    Set<Integer> years = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      int year = given.get(i);
      if (year <= base || year > draft.targetYear()) {
        fault("checkpoints[" + i + "]", "out-of-range", year + " is not on the path");
      }
      if (!years.add(year)) {
        fault("checkpoints[" + i + "]", "repeated", year + " is given twice");
      }
    }
    if (!years.contains(draft.targetYear())) {
      fault("checkpoints", "missing", "the target year is a checkpoint");
    }
    return given;
  }

  private void unwanted(String field, @Nullable Object value) {
    if (value != null) {
      fault(field, "not-of-this-model", draft.model() + " takes no " + field);
    }
  }

  private void fault(String field, String code, String message) {
    violations.add(new TargetViolation(field, code, message));
  }

  private void refuse() {
    if (!violations.isEmpty()) {
      throw new InvalidTargetException(violations);
    }
  }
}
