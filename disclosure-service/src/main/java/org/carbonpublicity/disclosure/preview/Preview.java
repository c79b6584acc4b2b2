package org.carbonpublicity.disclosure.preview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A recalculation of all published footprints under a factor set, published by nobody.
 *
 * @param population published models when it began; null before
 * @param models recalculated so far
 * @param notRecalculable imported footprints, which keep their numbers
 * @param implausible models whose numbers the factor set cannot make a vehicle of
 * @param failure why it was given up
 */
public record Preview(
    UUID id,
    String factorSet,
    State state,
    Instant createdAt,
    @Nullable Instant completedAt,
    @Nullable Long population,
    long models,
    long notRecalculable,
    long implausible,
    @Nullable String failure,
    @Nullable Result result) {

  /** Where it stands. */
  @Schema(name = "FactorSetPreviewState")
  public enum State {
    RUNNING,
    COMPLETED,
    FAILED
  }

  /**
   * What would change.
   *
   * @param all recalculated models
   */
  @Schema(name = "FactorSetPreviewResult")
  public record Result(Change all, List<Change> powertrains, List<Change> enterprises) {}

  /**
   * Changes of the footprints of some models, gCO2e/km, new less published.
   *
   * @param key powertrain or enterprise code; null of all
   * @param changed models whose footprint would be another
   * @param meanGramsPerKm over all of them, changed or not; 12 decimals, half up
   * @param p50GramsPerKm half of the models have this change or a lower one
   */
  @Schema(name = "FactorSetPreviewChange")
  public record Change(
      @Nullable String key,
      long models,
      long changed,
      @Nullable BigDecimal meanGramsPerKm,
      @Nullable BigDecimal minGramsPerKm,
      @Nullable BigDecimal maxGramsPerKm,
      @Nullable BigDecimal p50GramsPerKm) {}
}
