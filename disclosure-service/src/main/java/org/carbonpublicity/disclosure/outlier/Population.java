package org.carbonpublicity.disclosure.outlier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Masses and footprints by powertrain, from which the lines are drawn: two doubles a model. The
 * order in which models are added decides which of many are paired, so it must be a fixed one.
 */
public final class Population {

  private final Map<String, Points> byPowertrain = new HashMap<>();

  private static final class Points {
    private double[] masses = new double[64];
    private double[] footprints = new double[64];
    private int count;

    void add(double mass, double footprint) {
      if (count == masses.length) {
        masses = Arrays.copyOf(masses, count + count / 2);
        footprints = Arrays.copyOf(footprints, masses.length);
      }
      masses[count] = mass;
      footprints[count++] = footprint;
    }

    @Nullable MassLine line() {
      return MassLine.through(Arrays.copyOf(masses, count), Arrays.copyOf(footprints, count));
    }
  }

  /**
   * @param mass kg; a model without one does not count
   * @param footprint gCO2e/km
   */
  public void add(String powertrain, double mass, double footprint) {
    byPowertrain.computeIfAbsent(powertrain, key -> new Points()).add(mass, footprint);
  }

  /** The line of every powertrain that has enough models for one. */
  Map<String, MassLine> lines() {
    Map<String, MassLine> lines = new HashMap<>();
    byPowertrain.forEach(
        (powertrain, points) -> {
          MassLine line = points.line();
          if (line != null) {
            lines.put(powertrain, line);
          }
        });
    return lines;
  }
}
