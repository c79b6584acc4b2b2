package org.carbonpublicity.rating.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.simulation.persistence.SimulationComputation;
import org.carbonpublicity.rating.simulation.persistence.SimulationComputation.ModelReader;
import org.carbonpublicity.rating.simulation.persistence.SimulationRepository;
import org.jspecify.annotations.Nullable;

/** Trying schemes on editions. */
@ApplicationScoped
public class Simulations {

  private final SimulationRepository simulations;
  private final SimulationComputation computation;
  private final Event<SimulationWanted> wanted;
  private final Clock clock;

  Simulations(
      SimulationRepository simulations,
      SimulationComputation computation,
      Event<SimulationWanted> wanted,
      Clock clock) {
    this.simulations = simulations;
    this.computation = computation;
    this.wanted = wanted;
    this.clock = clock;
  }

  /** Asks for a simulation; it is computed once this is committed. */
  @Transactional
  public Simulation start(
      int edition,
      RatingScheme scheme,
      @Nullable List<BigDecimal> wantedSharesPercent,
      String actor) {
    Simulation simulation =
        simulations.create(edition, scheme, wantedSharesPercent, clock.instant(), actor);
    wanted.fire(new SimulationWanted(simulation.id()));
    return simulation;
  }

  @Transactional
  public Optional<Simulation> find(UUID id) {
    return simulations.find(id);
  }

  /** Simulations, newest first, before a position. */
  @Transactional
  public List<Simulation> before(long position, int limit) {
    return simulations.before(position, limit);
  }

  /** Streams what becomes of each model, by model code, rated anew by a finished simulation. */
  @Transactional
  public long models(Simulation simulation, ModelReader reader) {
    return computation.models(simulation, reader);
  }

  /** Simulations that are not finished, the one that waits longest first; a few of them. */
  @Transactional
  public List<UUID> waiting() {
    return simulations.waiting();
  }

  /**
   * Computes a simulation that waits, in one transaction: after a crash it waits again.
   *
   * @return false when it waits no more, or another instance is at it
   */
  @Transactional
  public boolean compute(UUID id) {
    Optional<Simulation> claimed = simulations.claim(id);
    claimed.ifPresent(
        simulation ->
            simulations.finish(simulation, computation.compute(simulation), clock.instant()));
    return claimed.isPresent();
  }

  /** Gives up a simulation that waits and cannot be computed. */
  @Transactional
  public void fail(UUID id, String failure) {
    simulations
        .claim(id)
        .ifPresent(simulation -> simulations.fail(simulation, failure, clock.instant()));
  }
}
