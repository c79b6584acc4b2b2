package org.carbonpublicity.disclosure.outlier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Applies the rules to the models of a batch in one pass. They come ordered by enterprise, series
 * and powertrain, so that only one series is held at a time. What is found depends on the models
 * and the population alone, not on order or time.
 */
public final class Detection {

  /** Distance from the mass line, in usual deviations, from which a model stands out. */
  static final double DEVIATIONS = 4;

  /** And at least this share of what the line says: a tight line makes small things large. */
  static final double LINE_SHARE = 0.10;

  /** Distance from the median of the siblings, as a share of it. */
  static final double SIBLING_SHARE = 0.25;

  /** Siblings, the model included, that make a median worth comparing with. */
  static final int FEWEST_SIBLINGS = 3;

  /** Change of the preliminary footprint, as a share of it. */
  static final double CHANGE_SHARE = 0.10;

  private final Map<String, MassLine> lines;
  private final Consumer<Finding> found;
  private final List<Candidate> siblings = new ArrayList<>();

  public Detection(Population population, Consumer<Finding> found) {
    this.lines = population.lines();
    this.found = found;
  }

  /** The next model. */
  public void accept(Candidate model) {
    if (!siblings.isEmpty() && !siblings.get(0).isSiblingOf(model)) {
      compareSiblings();
    }
    siblings.add(model);
    Map<String, Object> slip = UnitSlips.find(model);
    if (slip != null) {
      found.accept(new Finding(OutlierRule.UNIT_SLIP, model, slip));
    }
    compareWithLine(model);
    compareWithPreliminary(model);
  }

  /** After the last model. */
  public void end() {
    compareSiblings();
  }

  private void compareWithLine(Candidate model) {
    MassLine line = lines.get(model.powertrain());
    Double mass = model.curbMassKg();
    if (line == null || mass == null) {
      return;
    }
    double expected = line.expected(mass);
    double residual = model.footprintGramsPerKm() - expected;
    if (Math.abs(residual) > DEVIATIONS * line.scale()
        && Math.abs(residual) > LINE_SHARE * Math.abs(expected)) {
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("footprintGramsPerKm", Rounded.of(model.footprintGramsPerKm()));
      evidence.put("expectedGramsPerKm", Rounded.of(expected));
      evidence.put("residualGramsPerKm", Rounded.of(residual));
      evidence.put("usualDeviationGramsPerKm", Rounded.of(line.scale()));
      evidence.put("deviations", Rounded.of(residual / line.scale()));
      evidence.put("slopeGramsPerKmPer100Kg", Rounded.of(100 * line.slope()));
      evidence.put("interceptGramsPerKm", Rounded.of(line.intercept()));
      evidence.put("curbMassKg", Rounded.of(mass));
      evidence.put("modelsInLine", line.models());
      found.accept(new Finding(OutlierRule.MASS_LINE, model, evidence));
    }
  }

  private void compareWithPreliminary(Candidate model) {
    double before = model.preliminaryGramsPerKm();
    double change = model.footprintGramsPerKm() - before;
    if (Math.abs(change) > CHANGE_SHARE * before) {
      Map<String, Object> evidence = new LinkedHashMap<>();
      evidence.put("preliminaryGramsPerKm", Rounded.of(before));
      evidence.put("recalculatedGramsPerKm", Rounded.of(model.footprintGramsPerKm()));
      evidence.put("changeGramsPerKm", Rounded.of(change));
      evidence.put("changePercent", Rounded.of(100 * change / before));
      evidence.put("thresholdPercent", Rounded.of(100 * CHANGE_SHARE));
      found.accept(new Finding(OutlierRule.LARGE_CHANGE, model, evidence));
    }
  }

  private void compareSiblings() {
    if (siblings.size() >= FEWEST_SIBLINGS) {
      double median =
          MassLine.median(siblings.stream().mapToDouble(Candidate::footprintGramsPerKm).toArray());
      for (Candidate model : siblings) {
        double distance = model.footprintGramsPerKm() - median;
        if (Math.abs(distance) > SIBLING_SHARE * median) {
          Map<String, Object> evidence = new LinkedHashMap<>();
          evidence.put("footprintGramsPerKm", Rounded.of(model.footprintGramsPerKm()));
          evidence.put("medianOfSiblingsGramsPerKm", Rounded.of(median));
          evidence.put("distanceGramsPerKm", Rounded.of(distance));
          evidence.put("distancePercent", Rounded.of(100 * distance / median));
          evidence.put("thresholdPercent", Rounded.of(100 * SIBLING_SHARE));
          evidence.put("siblings", siblings.size());
          evidence.put("series", model.series());
          found.accept(new Finding(OutlierRule.SIBLINGS, model, evidence));
        }
      }
    }
    siblings.clear();
  }
}
