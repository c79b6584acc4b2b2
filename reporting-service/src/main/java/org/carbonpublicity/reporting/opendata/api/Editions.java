package org.carbonpublicity.reporting.opendata.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.opendata.OpenEdition;
import org.carbonpublicity.reporting.opendata.persistence.OpenEditionRepository;

/** Which edition a path or parameter names. */
@ApplicationScoped
class Editions {

  /** Nine digits fit an int; more than that is no edition either way. */
  private static final String NUMBER = "[1-9][0-9]{0,8}";

  private final OpenEditionRepository editions;

  Editions(OpenEditionRepository editions) {
    this.editions = editions;
  }

  /** The edition of that number; a 404 problem when there is none. */
  OpenEdition numbered(String edition) {
    if (!edition.matches(NUMBER)) {
      throw unknown();
    }
    return editions.find(Integer.parseInt(edition)).orElseThrow(Editions::unknown);
  }

  /** The latest edition; a 404 problem before the first. */
  OpenEdition latest() {
    return editions.latest().orElseThrow(Editions::unknown);
  }

  private static HttpProblem unknown() {
    return Problems.of(
        404, "unknown-edition", "Unknown edition", "There is no edition of that number yet.");
  }
}
