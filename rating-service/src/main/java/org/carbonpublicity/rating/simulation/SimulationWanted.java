package org.carbonpublicity.rating.simulation;

import java.util.UUID;

/** Inside this service: a simulation waits to be computed. */
public record SimulationWanted(UUID id) {}
