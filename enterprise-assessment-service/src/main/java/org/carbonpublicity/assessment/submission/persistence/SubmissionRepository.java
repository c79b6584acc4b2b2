package org.carbonpublicity.assessment.submission.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.SubmissionState;
import org.jspecify.annotations.Nullable;

/** Submissions. Lock the enterprise before writing. */
@ApplicationScoped
public class SubmissionRepository implements PanacheRepositoryBase<SubmissionEntity, UUID> {

  public Optional<Submission> find(UUID id) {
    return findByIdOptional(id).map(SubmissionRepository::submission);
  }

  /** The last submission of an enterprise to a guideline, in whatever window. */
  public Optional<Submission> last(String enterprise, String guideline) {
    return find(
            "enterprise = ?1 and guideline = ?2 order by submittedAt desc", enterprise, guideline)
        .firstResultOptional()
        .map(SubmissionRepository::submission);
  }

  /** Those of the submissions that exist, read anew from the database. */
  public List<Submission> read(Collection<UUID> ids) {
    getEntityManager().clear();
    return find("id in ?1", ids).stream().map(SubmissionRepository::submission).toList();
  }

  /**
   * Notes that the current submission of an enterprise to a guideline in a window gives way to
   * another.
   */
  public void supersede(String enterprise, String guideline, @Nullable String window, UUID by) {
    update(
        "state = ?1, supersededBy = ?2 where enterprise = ?3 and guideline = ?4 and state <> ?1"
            + " and coalesce(window, '') = ?5",
        SubmissionState.SUPERSEDED,
        by,
        enterprise,
        guideline,
        window == null ? "" : window);
  }

  public void add(Submission submission) {
    SubmissionEntity entity = new SubmissionEntity();
    entity.id = submission.id();
    entity.guideline = submission.guideline();
    entity.enterprise = submission.enterprise();
    entity.enterpriseName = submission.enterpriseName();
    entity.answers = submission.answers();
    entity.state = submission.state();
    entity.submittedAt = submission.submittedAt();
    entity.submittedBy = submission.submittedBy();
    entity.window = submission.window();
    entity.late = submission.late();
    persistAndFlush(entity);
  }

  public void scored(UUID id) {
    update("state = ?1 where id = ?2", SubmissionState.SCORED, id);
  }

  private static Submission submission(SubmissionEntity entity) {
    return new Submission(
        entity.id,
        entity.guideline,
        entity.enterprise,
        entity.enterpriseName,
        entity.answers,
        entity.state,
        entity.submittedAt,
        entity.submittedBy,
        entity.supersededBy,
        entity.window,
        entity.late);
  }
}
