package org.carbonpublicity.assessment.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.conflict.persistence.ConflictRepository;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * Conflicts of interest. Whoever decides holds the lock of the enterprise when it asks, and
 * declaring takes the same: a decision comes wholly before a declaration or not at all.
 */
@ApplicationScoped
public class Conflicts {

  private final ConflictRepository conflicts;
  private final EnterpriseRepository enterprises;
  private final OpenAssignments assignments;
  private final Audit audit;
  private final Clock clock;

  Conflicts(
      ConflictRepository conflicts,
      EnterpriseRepository enterprises,
      OpenAssignments assignments,
      Audit audit,
      Clock clock) {
    this.conflicts = conflicts;
    this.enterprises = enterprises;
    this.assignments = assignments;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the assessor is in conflict with the enterprise today (UTC). */
  @Transactional
  public boolean exists(String subject, String enterprise) {
    // No column holds NUL, and so no enterprise has it in its code.
    return enterprise.indexOf('\0') < 0 && conflicts.exists(subject, enterprise, today());
  }

  /**
   * Refuses an assessor that is in conflict with the enterprise today.
   *
   * @throws ConflictOfInterestException when it is
   */
  @Transactional
  public void refuse(String subject, String enterprise) {
    if (exists(subject, enterprise)) {
      throw new ConflictOfInterestException(subject, enterprise);
    }
  }

  /** The enterprises with which the assessor is in conflict today. */
  @Transactional
  public Set<String> enterprisesOf(String subject) {
    return conflicts.enterprisesOf(subject, today());
  }

  /**
   * Declares a conflict, which takes the assessor off the reviews of the enterprise that are open.
   *
   * @throws UnknownEnterpriseException when the enterprise is not known here (yet)
   * @throws DeclaredConflictException when the same one holds already
   */
  @Transactional
  public Conflict declare(ConflictDraft draft, String actor) {
    if (enterprises.lock(draft.enterprise()).isEmpty()) {
      throw new UnknownEnterpriseException(draft.enterprise());
    }
    if (exists(draft.assessor(), draft.enterprise())) {
      throw new DeclaredConflictException(draft.assessor(), draft.enterprise());
    }
    Conflict declared = conflicts.add(draft, actor, now());
    assignments.withdraw(draft.assessor(), draft.enterprise());
    recorded("conflict-declared", declared);
    return declared;
  }

  /**
   * Ends a conflict; one that was ended stays as it is.
   *
   * @return empty when there is no such conflict
   * @throws OwnConflictException when the actor is the assessor in conflict
   */
  @Transactional
  public Optional<Conflict> end(UUID id, String actor) {
    return conflicts
        .lock(id)
        .map(
            present -> {
              if (present.assessor().equals(actor)) {
                throw new OwnConflictException();
              }
              if (present.endedAt() != null) {
                return present;
              }
              recorded("conflict-ended", present);
              return conflicts.end(id, actor, now());
            });
  }

  private void recorded(String action, Conflict conflict) {
    audit.record(
        action,
        "conflict/" + conflict.id(),
        Map.of("assessor", conflict.assessor(), "enterprise", conflict.enterprise()));
  }

  @Transactional
  public Optional<Conflict> find(UUID id) {
    return conflicts.find(id);
  }

  /** Conflicts in the order of their declaration, after the given number; ended ones too. */
  @Transactional
  public List<Conflict> list(
      @Nullable String assessor, @Nullable String enterprise, @Nullable Long after, int limit) {
    return conflicts.list(assessor, enterprise, after == null ? 0 : after, limit);
  }

  /** The day of the clock in UTC, by which conflicts end. */
  public LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
