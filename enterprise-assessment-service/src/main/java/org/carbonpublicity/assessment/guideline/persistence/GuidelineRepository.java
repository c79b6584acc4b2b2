package org.carbonpublicity.assessment.guideline.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.guideline.ActiveGuideline;
import org.jspecify.annotations.Nullable;

/** Guidelines; rows are added and never changed. */
@ApplicationScoped
public class GuidelineRepository implements PanacheRepositoryBase<GuidelineEntity, String> {

  private final EntityManager entities;
  private final ObjectMapper json;

  GuidelineRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /** Adds a guideline; false when there is one of that id, also one just being added elsewhere. */
  public boolean insert(ActiveGuideline active) {
    try {
      return entities
              .createNativeQuery(
                  "insert into guideline (id, definition, activated_at)"
                      + " values (:id, cast(:definition as jsonb), :activatedAt)"
                      + " on conflict do nothing")
              .setParameter("id", active.guideline().id())
              .setParameter("definition", json.writeValueAsString(active.guideline()))
              .setParameter("activatedAt", active.activatedAt())
              .executeUpdate()
          == 1;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a guideline is always JSON", e);
    }
  }

  public Optional<ActiveGuideline> find(String id) {
    return findByIdOptional(id).map(GuidelineRepository::active);
  }

  public List<ActiveGuideline> list(@Nullable String afterId, int limit) {
    return find("id > ?1", Sort.by("id"), afterId == null ? "" : afterId)
        .page(Page.ofSize(limit))
        .stream()
        .map(GuidelineRepository::active)
        .toList();
  }

  private static ActiveGuideline active(GuidelineEntity entity) {
    return new ActiveGuideline(entity.definition, entity.activatedAt);
  }
}
