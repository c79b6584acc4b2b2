package org.carbonpublicity.assessment.result.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentFilter;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.carbonpublicity.assessment.submission.Submission;
import org.jspecify.annotations.Nullable;

/** Assessments. Lock the enterprise, or the assessment by {@link #lock}, before writing. */
@ApplicationScoped
public class AssessmentRepository implements PanacheRepositoryBase<AssessmentEntity, UUID> {

  private static final String OF_WINDOW =
      " and submission in (select s.id from SubmissionEntity s where coalesce(s.window, '') = ?%d)";

  private final EntityManager entities;

  AssessmentRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Assessment> find(UUID id) {
    return findByIdOptional(id).map(AssessmentRepository::assessment);
  }

  /** The assessment; its enterprise is locked until the transaction ends, so nothing changes it. */
  public Optional<Assessment> lock(UUID id) {
    entities
        .createNativeQuery(
            "select 1 from enterprise e join assessment a on a.enterprise = e.code"
                + " where a.id = :id for update of e")
        .setParameter("id", id)
        .getResultList();
    return find(id);
  }

  public List<Assessment> list(AssessmentFilter filter, long afterNumber, int limit) {
    StringBuilder query = new StringBuilder("number > :after");
    Parameters parameters = Parameters.with("after", afterNumber);
    if (filter.enterprises() != null) {
      query.append(" and enterprise in :enterprises");
      parameters.and("enterprises", filter.enterprises());
    }
    if (filter.guideline() != null) {
      query.append(" and guideline = :guideline");
      parameters.and("guideline", filter.guideline());
    }
    if (filter.state() == null) {
      query.append(" and state <> :superseded");
      parameters.and("superseded", AssessmentState.SUPERSEDED);
    } else {
      query.append(" and state = :state");
      parameters.and("state", filter.state());
    }
    return find(query.toString(), Sort.by("number"), parameters).page(Page.ofSize(limit)).stream()
        .map(AssessmentRepository::assessment)
        .toList();
  }

  /** Adds the assessment of a submission. */
  public Assessment award(Submission submission, Outcome outcome, Instant now) {
    AssessmentEntity entity = new AssessmentEntity();
    entity.id = UUID.randomUUID();
    entity.submission = submission.id();
    entity.guideline = submission.guideline();
    entity.enterprise = submission.enterprise();
    entity.enterpriseName = submission.enterpriseName();
    entity.outcome = outcome;
    entity.state = AssessmentState.AWARDED;
    entity.version = 1;
    entity.awardedAt = now;
    persistAndFlush(entity);
    return assessment(entity);
  }

  public Assessment confirm(UUID id, String actor, Instant now) {
    AssessmentEntity entity = findByIdOptional(id).orElseThrow();
    entity.state = AssessmentState.CONFIRMED;
    entity.confirmedAt = now;
    entity.confirmedBy = actor;
    entity.version++;
    return assessment(entity);
  }

  public Assessment publish(UUID id, String actor, Instant now) {
    AssessmentEntity entity = findByIdOptional(id).orElseThrow();
    entity.state = AssessmentState.PUBLISHED;
    entity.publishedAt = now;
    entity.publishedBy = actor;
    entity.version++;
    return assessment(entity);
  }

  public boolean isPublished(String enterprise, String guideline, @Nullable String window) {
    return count(
            "enterprise = ?1 and guideline = ?2 and state = ?3" + OF_WINDOW.formatted(4),
            enterprise,
            guideline,
            AssessmentState.PUBLISHED,
            window == null ? "" : window)
        > 0;
  }

  /** Takes what is not published of an enterprise under a guideline out of force. */
  public void supersede(String enterprise, String guideline, @Nullable String window) {
    update(
        "state = ?1, version = version + 1 where enterprise = ?2 and guideline = ?3"
            + " and state in (?4, ?5)"
            + OF_WINDOW.formatted(6),
        AssessmentState.SUPERSEDED,
        enterprise,
        guideline,
        AssessmentState.AWARDED,
        AssessmentState.CONFIRMED,
        window == null ? "" : window);
  }

  private static Assessment assessment(AssessmentEntity entity) {
    return new Assessment(
        entity.id,
        entity.number,
        entity.submission,
        entity.guideline,
        entity.enterprise,
        entity.enterpriseName,
        entity.outcome,
        entity.state,
        entity.version,
        entity.awardedAt,
        entity.confirmedAt,
        entity.publishedAt);
  }
}
