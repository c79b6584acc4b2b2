package org.carbonpublicity.rating.simulation;

/** How far a simulation has come. */
public enum SimulationState {
  /** It waits for its turn, or is at it. */
  RUNNING,
  /** Its result is there. */
  FINISHED,
  /** It could not be computed; the failure says why. */
  FAILED
}
