package org.carbonpublicity.assessment.guideline.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.GuidelineState;
import org.carbonpublicity.assessment.guideline.KeptGuideline;
import org.jspecify.annotations.Nullable;

/** Guidelines; what was published keeps its text. */
@ApplicationScoped
public class GuidelineRepository implements PanacheRepositoryBase<GuidelineEntity, String> {

  private final EntityManager entities;
  private final ObjectMapper json;

  GuidelineRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /** Adds a guideline; false when there is one of that id, also one just being added elsewhere. */
  public boolean insert(KeptGuideline kept) {
    try {
      return entities
              .createNativeQuery(
                  "insert into guideline (id, definition, state, version, activated_at)"
                      + " values (:id, cast(:definition as jsonb), :state, :version,"
                      + " cast(:activatedAt as timestamptz)) on conflict do nothing")
              .setParameter("id", kept.guideline().id())
              .setParameter("definition", json.writeValueAsString(kept.guideline()))
              .setParameter("state", kept.state().name())
              .setParameter("version", kept.version())
              .setParameter("activatedAt", kept.activatedAt())
              .executeUpdate()
          == 1;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a guideline is always JSON", e);
    }
  }

  public Optional<KeptGuideline> find(String id) {
    return findByIdOptional(id).map(GuidelineRepository::kept);
  }

  /** The guideline as it is now; nobody else changes it until the transaction ends. */
  public Optional<KeptGuideline> lock(String id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(GuidelineRepository::kept);
  }

  /** Puts another text in the place of a draft's. */
  public KeptGuideline replace(Guideline guideline) {
    GuidelineEntity entity = findByIdOptional(guideline.id()).orElseThrow();
    entity.definition = guideline;
    entity.version++;
    return kept(entity);
  }

  public KeptGuideline activate(String id, Instant now) {
    GuidelineEntity entity = findByIdOptional(id).orElseThrow();
    entity.state = GuidelineState.ACTIVE;
    entity.activatedAt = now;
    entity.version++;
    return kept(entity);
  }

  public KeptGuideline retire(String id, Instant now) {
    GuidelineEntity entity = findByIdOptional(id).orElseThrow();
    entity.state = GuidelineState.RETIRED;
    entity.retiredAt = now;
    entity.version++;
    return kept(entity);
  }

  /**
   * @param drafts whether drafts are listed too
   */
  public List<KeptGuideline> list(@Nullable String afterId, boolean drafts, int limit) {
    return find(
            "id > :after" + (drafts ? "" : " and state <> '" + GuidelineState.DRAFT + "'"),
            Sort.by("id"),
            Parameters.with("after", afterId == null ? "" : afterId))
        .page(Page.ofSize(limit))
        .stream()
        .map(GuidelineRepository::kept)
        .toList();
  }

  private static KeptGuideline kept(GuidelineEntity entity) {
    return new KeptGuideline(
        entity.definition, entity.state, entity.version, entity.activatedAt, entity.retiredAt);
  }
}
