package org.carbonpublicity.assessment.window;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.guideline.GuidelineState;
import org.carbonpublicity.assessment.guideline.GuidelineUse;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.window.persistence.WindowRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Planning windows and finding the one that is open. */
@ApplicationScoped
public class Windows implements GuidelineUse {

  private final WindowRepository windows;
  private final GuidelineRepository guidelines;
  private final Audit audit;
  private final Clock clock;

  Windows(WindowRepository windows, GuidelineRepository guidelines, Audit audit, Clock clock) {
    this.windows = windows;
    this.guidelines = guidelines;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Plans a window, or changes one. Of one that has opened, guideline, opening and assessors stay,
   * and its deadline moves only to later.
   *
   * @param expected whether what is there, if anything, is what the caller means
   * @throws InvalidWindowException naming everything that is wrong with it
   * @throws StaleWindowException when it is not the expected version
   * @throws WindowConflictException when its guideline is not published, another window of the
   *     guideline would be open at the same time, or it has opened
   */
  @Transactional
  public AssessmentWindow plan(
      String id, WindowDraft draft, Predicate<Optional<AssessmentWindow>> expected) {
    AssessmentWindow planned = draft.check(id);
    // Plans of one guideline wait for each other here.
    boolean active =
        guidelines
            .lock(planned.guideline())
            .filter(guideline -> guideline.state() == GuidelineState.ACTIVE)
            .isPresent();
    Optional<AssessmentWindow> present = windows.find(id);
    if (!expected.test(present)) {
      throw new StaleWindowException();
    }
    if (!active) {
      throw new WindowConflictException(
          "guideline-not-active",
          "guideline %s is not published: enterprises see it before a window opens"
              .formatted(planned.guideline()));
    }
    present
        .filter(window -> window.hasOpened(clock.instant()))
        .ifPresent(window -> checkOpened(window, planned));
    windows.ofGuideline(planned.guideline()).stream()
        .filter(other -> !other.id().equals(id) && other.overlaps(planned))
        .findFirst()
        .ifPresent(
            other -> {
              throw new WindowConflictException(
                  "windows-overlap",
                  "window %s of the same guideline is open at the same time".formatted(other.id()));
            });
    AssessmentWindow saved = windows.save(planned);
    audit.record(
        "window-planned",
        "assessment-window/" + id,
        Map.of(
            "guideline", saved.guideline(),
            "opensAt", saved.opensAt().toString(),
            "deadline", saved.deadline().toString(),
            "closesAt", Objects.toString(saved.closesAt(), ""),
            "assessors", saved.assessors(),
            "responseDays", saved.responseDays(),
            "version", saved.version()));
    return saved;
  }

  private static void checkOpened(AssessmentWindow present, AssessmentWindow planned) {
    if (!planned.guideline().equals(present.guideline())
        || !planned.opensAt().equals(present.opensAt())
        || planned.assessors() != present.assessors()
        || planned.deadline().isBefore(present.deadline())) {
      throw new WindowConflictException(
          "window-has-opened",
          "guideline, opening and assessors of a window stay once it has opened, and its deadline"
              + " moves only to later");
    }
  }

  /**
   * The window in which a guideline is answered now; empty where a guideline is answered without
   * windows. Joins the caller's transaction.
   *
   * @throws NoOpenWindowException when there are windows and none is open
   */
  public Optional<AssessmentWindow> open(String guideline) {
    Instant now = clock.instant();
    List<AssessmentWindow> of = windows.ofGuideline(guideline);
    Optional<AssessmentWindow> open = of.stream().filter(window -> window.isOpen(now)).findFirst();
    if (open.isEmpty() && !of.isEmpty()) {
      throw new NoOpenWindowException(
          guideline,
          of.stream()
              .filter(window -> !window.hasOpened(now))
              .map(AssessmentWindow::opensAt)
              .min(Instant::compareTo)
              .orElse(null));
    }
    return open;
  }

  /**
   * The window in which a guideline is answered now, or else the next one; empty where a guideline
   * is answered without windows. Joins the caller's transaction.
   *
   * @throws NoOpenWindowException when the last one has closed
   */
  public Optional<AssessmentWindow> openOrNext(String guideline) {
    Instant now = clock.instant();
    List<AssessmentWindow> of = windows.ofGuideline(guideline);
    Optional<AssessmentWindow> next =
        of.stream().filter(window -> !window.hasClosed(now)).findFirst();
    if (next.isEmpty() && !of.isEmpty()) {
      throw new NoOpenWindowException(guideline, null);
    }
    return next;
  }

  @Transactional
  public Optional<AssessmentWindow> find(String id) {
    return windows.find(id);
  }

  /** Windows by id, after the given one. */
  @Transactional
  public List<AssessmentWindow> list(
      @Nullable String guideline, @Nullable String afterId, int limit) {
    return windows.list(guideline, afterId == null ? "" : afterId, limit);
  }

  @Override
  public boolean isInUse(String guideline) {
    Instant now = clock.instant();
    return windows.ofGuideline(guideline).stream().anyMatch(window -> !window.hasClosed(now));
  }
}
