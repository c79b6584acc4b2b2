package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.assessment.carbontarget.persistence.PathwayRepository;
import org.carbonpublicity.audit.Audit;

/** Sector pathways, which assessors maintain. */
@ApplicationScoped
public class Pathways {

  private static final int FIRST_YEAR = 1990;

  private final PathwayRepository pathways;
  private final Audit audit;
  private final Clock clock;

  Pathways(PathwayRepository pathways, Audit audit, Clock clock) {
    this.pathways = pathways;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Saves a pathway as the next version of its id; the same again is no new version.
   *
   * @param pathway its version counts for nothing
   * @return the latest version
   * @throws InvalidTargetException that names all that is wrong
   */
  @Transactional
  public SectorPathway save(SectorPathway pathway, String actor) {
    check(pathway.points());
    SectorPathway saved =
        pathways.save(pathway, clock.instant().truncatedTo(ChronoUnit.MICROS), actor);
    audit.record(
        "sector-pathway-saved", "sector-pathway/" + saved.id(), Map.of("version", saved.version()));
    return saved;
  }

  @Transactional
  public List<SectorPathway> latest() {
    return pathways.latest();
  }

  @Transactional
  public Optional<SectorPathway> latest(String id) {
    return pathways.latest(id);
  }

  @Transactional
  public Optional<SectorPathway> find(String id, int version) {
    return pathways.find(id, version);
  }

  private static void check(List<SectorPathway.Point> points) {
    List<TargetViolation> violations = new ArrayList<>();
    int before = FIRST_YEAR - 1;
    for (int i = 0; i < points.size(); i++) {
      SectorPathway.Point point = points.get(i);
      String field = "points[" + i + "]";
      if (point.year() <= before || point.year() > SectorPathway.LAST_YEAR) {
        violations.add(
            new TargetViolation(
                field + ".year",
                "out-of-order",
                "years grow from %d to %d".formatted(FIRST_YEAR, SectorPathway.LAST_YEAR)));
      }
      before = Math.max(before, point.year());
      if (point.intensity().signum() < 0) {
        violations.add(
            new TargetViolation(
                field + ".intensity", "negative", "an intensity is not below zero"));
      }
      if (point.activity().signum() <= 0) {
        violations.add(
            new TargetViolation(field + ".activity", "not-positive", "activity is above zero"));
      }
    }
    if (points.get(points.size() - 1).year() != SectorPathway.LAST_YEAR) {
      violations.add(
          new TargetViolation(
              "points", "missing", "the last point is of " + SectorPathway.LAST_YEAR));
    }
    if (!violations.isEmpty()) {
      throw new InvalidTargetException(violations);
    }
  }
}
