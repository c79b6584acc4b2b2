package org.carbonpublicity.assessment.guideline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.guideline.events.GuidelineEvents;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Writing, publishing and retiring guidelines. */
@ApplicationScoped
public class Guidelines {

  private final GuidelineRepository guidelines;
  private final GuidelineEvents events;
  private final Instance<GuidelineUse> uses;
  private final Audit audit;
  private final Clock clock;

  Guidelines(
      GuidelineRepository guidelines,
      GuidelineEvents events,
      Instance<GuidelineUse> uses,
      Audit audit,
      Clock clock) {
    this.guidelines = guidelines;
    this.events = events;
    this.uses = uses;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Puts a guideline in force, unless there is one of its id.
   *
   * @return false when there is one of that id, whose content then stays as it is
   */
  @Transactional
  public boolean activate(Guideline guideline) {
    // Instances that start together meet here: one inserts, the others find it done.
    if (!guidelines.insert(new KeptGuideline(guideline, GuidelineState.ACTIVE, 1, now(), null))) {
      return false;
    }
    events.activated(guideline);
    record("guideline-activated", guideline.id(), 1);
    return true;
  }

  /**
   * Writes a draft down, new or in the place of the one that is there.
   *
   * @param expected whether what is there, if anything, is what the caller means
   * @throws StaleGuidelineException when it is not
   * @throws GuidelineConflictException when it is a draft no longer
   */
  @Transactional
  public KeptGuideline draft(Guideline guideline, Predicate<Optional<KeptGuideline>> expected) {
    Optional<KeptGuideline> present = guidelines.lock(guideline.id());
    if (!expected.test(present)) {
      throw new StaleGuidelineException();
    }
    if (present.isPresent()) {
      require(present.get(), GuidelineState.DRAFT, "it can be changed only as a draft");
      KeptGuideline replaced = guidelines.replace(guideline);
      record("guideline-drafted", guideline.id(), replaced.version());
      return replaced;
    }
    KeptGuideline draft = new KeptGuideline(guideline, GuidelineState.DRAFT, 1, null, null);
    if (!guidelines.insert(draft)) {
      // Somebody else has just made one.
      throw new StaleGuidelineException();
    }
    record("guideline-drafted", guideline.id(), draft.version());
    return draft;
  }

  /**
   * Publishes a draft: from now on its text stays, and enterprises can answer it.
   *
   * @return empty when there is no such guideline
   * @throws StaleGuidelineException when it is not the expected version
   * @throws GuidelineConflictException when it is no draft
   */
  @Transactional
  public Optional<KeptGuideline> activate(String id, Predicate<KeptGuideline> expected) {
    return guidelines
        .lock(id)
        .map(
            draft -> {
              check(draft, expected);
              require(draft, GuidelineState.DRAFT, "it is published already");
              KeptGuideline active = guidelines.activate(id, now());
              events.activated(active.guideline());
              record("guideline-activated", id, active.version());
              return active;
            });
  }

  /**
   * Ends the time in which a guideline is answered.
   *
   * @return empty when there is no such guideline
   * @throws StaleGuidelineException when it is not the expected version
   * @throws GuidelineConflictException when it is not active, or a window of it has not closed
   */
  @Transactional
  public Optional<KeptGuideline> retire(String id, Predicate<KeptGuideline> expected) {
    return guidelines
        .lock(id)
        .map(
            active -> {
              check(active, expected);
              require(active, GuidelineState.ACTIVE, "only an active guideline is retired");
              if (uses.stream().anyMatch(use -> use.isInUse(id))) {
                throw new GuidelineConflictException(
                    "guideline-in-use", active.state(), "a window of " + id + " has not closed");
              }
              KeptGuideline retired = guidelines.retire(id, now());
              record("guideline-retired", id, retired.version());
              return retired;
            });
  }

  /**
   * Takes a draft away, as if it had never been.
   *
   * @return false when there is no such guideline
   * @throws GuidelineConflictException when it is no draft: what was published stays
   */
  @Transactional
  public boolean discard(String id) {
    Optional<KeptGuideline> present = guidelines.lock(id);
    present.ifPresent(
        draft -> {
          require(draft, GuidelineState.DRAFT, "what was published stays");
          guidelines.deleteById(id);
          record("guideline-discarded", id, draft.version());
        });
    return present.isPresent();
  }

  @Transactional
  public Optional<KeptGuideline> find(String id) {
    return guidelines.find(id);
  }

  /** Guidelines by id, after the given one. */
  @Transactional
  public List<KeptGuideline> list(@Nullable String afterId, boolean drafts, int limit) {
    return guidelines.list(afterId, drafts, limit);
  }

  private static void check(KeptGuideline present, Predicate<KeptGuideline> expected) {
    if (!expected.test(present)) {
      throw new StaleGuidelineException();
    }
  }

  private static void require(KeptGuideline present, GuidelineState state, String otherwise) {
    if (present.state() != state) {
      throw new GuidelineConflictException(
          "guideline-state",
          present.state(),
          "guideline %s is %s: %s".formatted(present.guideline().id(), present.state(), otherwise));
    }
  }

  private void record(String action, String id, int version) {
    audit.record(action, "guideline/" + id, Map.of("version", version));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
