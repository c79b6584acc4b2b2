package org.carbonpublicity.assessment.guideline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.guideline.events.GuidelineEvents;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.jspecify.annotations.Nullable;

/** Reading guidelines and putting them in force. */
@ApplicationScoped
public class Guidelines {

  private final GuidelineRepository guidelines;
  private final GuidelineEvents events;
  private final Clock clock;

  Guidelines(GuidelineRepository guidelines, GuidelineEvents events, Clock clock) {
    this.guidelines = guidelines;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Puts a guideline in force, unless it is already.
   *
   * @return false when there is one of that id, whose content then stays as it is
   */
  @Transactional
  public boolean activate(Guideline guideline) {
    ActiveGuideline active =
        new ActiveGuideline(guideline, clock.instant().truncatedTo(ChronoUnit.MICROS));
    // Instances that start together meet here: one inserts, the others find it done.
    if (!guidelines.insert(active)) {
      return false;
    }
    events.activated(guideline);
    return true;
  }

  @Transactional
  public Optional<ActiveGuideline> find(String id) {
    return guidelines.find(id);
  }

  /** Guidelines by id, after the given one. */
  @Transactional
  public List<ActiveGuideline> list(@Nullable String afterId, int limit) {
    return guidelines.list(afterId, limit);
  }
}
