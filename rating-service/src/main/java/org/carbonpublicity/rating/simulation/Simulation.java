package org.carbonpublicity.rating.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.jspecify.annotations.Nullable;

/**
 * A scheme tried on the models of an edition.
 *
 * @param position rises with every simulation
 * @param scheme as it was when the simulation was asked for; with the fitted bounds once that is
 *     finished
 * @param wantedSharesPercent of classes 1 to 5 that bounds are fitted to; null when the scheme's
 *     own bounds are tried
 */
public record Simulation(
    UUID id,
    long position,
    int edition,
    RatingScheme scheme,
    @Nullable List<BigDecimal> wantedSharesPercent,
    Instant createdAt,
    String createdBy,
    @Nullable Instant finishedAt,
    @Nullable String failure,
    @Nullable SimulationResult result) {

  public SimulationState state() {
    if (finishedAt == null) {
      return SimulationState.RUNNING;
    }
    return failure == null ? SimulationState.FINISHED : SimulationState.FAILED;
  }
}
