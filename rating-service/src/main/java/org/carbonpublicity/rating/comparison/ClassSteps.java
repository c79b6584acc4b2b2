package org.carbonpublicity.rating.comparison;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a model came from its class in an earlier edition to that in a later one. Each step takes one
 * more thing as it is in the later edition, so that the steps add up to the move.
 *
 * @param before its class in the earlier edition
 * @param afterOwn with its own new values, under the earlier scheme and references
 * @param afterPopulation with the references of the later population too, still under the earlier
 *     scheme
 * @param afterScheme under the later scheme: its class in the later edition
 */
public record ClassSteps(
    Standing before, Standing afterOwn, Standing afterPopulation, Standing afterScheme) {

  public Standing from(Cause cause) {
    return switch (cause) {
      case OWN -> before;
      case POPULATION -> afterOwn;
      case SCHEME -> afterPopulation;
    };
  }

  public Standing to(Cause cause) {
    return switch (cause) {
      case OWN -> afterOwn;
      case POPULATION -> afterPopulation;
      case SCHEME -> afterScheme;
    };
  }

  /** The steps that moved it. They may cancel each other out. */
  public Set<Cause> causes() {
    EnumSet<Cause> causes = EnumSet.noneOf(Cause.class);
    for (Cause cause : Cause.values()) {
      if (from(cause) != to(cause)) {
        causes.add(cause);
      }
    }
    return Collections.unmodifiableSet(causes);
  }
}
