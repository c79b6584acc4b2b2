package org.carbonpublicity.rating.scheme.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carbonpublicity.rating.scheme.ActiveScheme;
import org.carbonpublicity.rating.scheme.KeptScheme;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.SchemeConflictException;
import org.carbonpublicity.rating.scheme.SchemeConflictException.Cause;
import org.carbonpublicity.rating.scheme.SchemeKind;
import org.carbonpublicity.rating.scheme.SchemeState;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Schemes and their activations. */
@ApplicationScoped
public class RatingSchemeRepository implements PanacheRepositoryBase<RatingSchemeEntity, String> {

  private final EntityManager entities;

  RatingSchemeRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<KeptScheme> findKept(String id) {
    return findByIdOptional(id).map(this::kept);
  }

  /** The scheme, its row locked until the transaction ends. */
  public Optional<KeptScheme> findForUpdate(String id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::kept);
  }

  public List<KeptScheme> listKept(@Nullable String afterId, int limit) {
    return find("id > ?1", Sort.by("id"), afterId == null ? "" : afterId)
        .page(Page.ofSize(limit))
        .stream()
        .map(this::kept)
        .toList();
  }

  /** Creates a scheme of version 1. */
  public KeptScheme create(RatingScheme scheme, String actor, Instant now) {
    RatingSchemeEntity entity = new RatingSchemeEntity();
    entity.id = scheme.id();
    entity.createdAt = now;
    entity.createdBy = actor;
    fill(entity, scheme, actor, now);
    try {
      persistAndFlush(entity);
    } catch (ConstraintViolationException e) {
      throw new SchemeConflictException(
          Cause.CONCURRENT, "the scheme was created by another request at the same moment");
    }
    return kept(entity);
  }

  /** Replaces the content of a scheme and raises its version. */
  public KeptScheme replace(RatingScheme scheme, String actor, Instant now) {
    RatingSchemeEntity entity = Objects.requireNonNull(findById(scheme.id()));
    fill(entity, scheme, actor, now);
    return kept(entity);
  }

  private static void fill(
      RatingSchemeEntity entity, RatingScheme scheme, String actor, Instant now) {
    entity.kind = scheme.reference().kind().name();
    entity.title = scheme.title();
    entity.titleZh = scheme.titleZh();
    entity.note = scheme.note();
    entity.definition = SchemeDefinition.of(scheme);
    entity.version++;
    entity.updatedAt = now;
    entity.updatedBy = actor;
  }

  /** Activations exclude each other, so that their numbers rise without gaps. */
  public void lockActivations() {
    entities
        .createNativeQuery("lock table scheme_activation in share row exclusive mode")
        .executeUpdate();
  }

  /** Adds an activation; {@link #lockActivations} was called before. */
  public void activate(String scheme, String actor, Instant now) {
    SchemeActivationEntity activation = new SchemeActivationEntity();
    activation.number = lastActivation(null).map(last -> last.number).orElse(0) + 1;
    activation.scheme = scheme;
    activation.activatedAt = now;
    activation.activatedBy = actor;
    entities.persist(activation);
    entities.flush();
  }

  /** The scheme in force, if there is one. */
  public Optional<ActiveScheme> active() {
    return lastActivation(null)
        .map(
            last ->
                new ActiveScheme(
                    last.number, domain(Objects.requireNonNull(findById(last.scheme)))));
  }

  /** Notes the first edition that was rated after an activation. */
  public void rated(int activation, int edition) {
    entities
        .createQuery(
            "update SchemeActivationEntity set edition = :edition"
                + " where number = :activation and edition is null")
        .setParameter("edition", edition)
        .setParameter("activation", activation)
        .executeUpdate();
  }

  /** Whether two schemes say the same, however their numbers are written. */
  public boolean same(RatingScheme one, RatingScheme other) {
    return normal(one).equals(normal(other));
  }

  private static RatingScheme normal(RatingScheme scheme) {
    return SchemeDefinition.of(scheme)
        .normal()
        .scheme(
            scheme.id(),
            scheme.reference().kind(),
            scheme.title(),
            scheme.titleZh(),
            scheme.note());
  }

  private Optional<SchemeActivationEntity> lastActivation(@Nullable String scheme) {
    return entities
        .createQuery(
            "from SchemeActivationEntity where :scheme is null or scheme = :scheme"
                + " order by number desc",
            SchemeActivationEntity.class)
        .setParameter("scheme", scheme)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private KeptScheme kept(RatingSchemeEntity entity) {
    SchemeActivationEntity own = lastActivation(entity.id).orElse(null);
    SchemeState state = SchemeState.DRAFT;
    if (own != null) {
      int last = lastActivation(null).map(activation -> activation.number).orElse(0);
      state = own.number == last ? SchemeState.ACTIVE : SchemeState.RETIRED;
    }
    return new KeptScheme(
        domain(entity),
        entity.version,
        state,
        entity.createdAt,
        entity.updatedAt,
        own == null ? null : own.activatedAt,
        own == null ? null : own.edition);
  }

  private static RatingScheme domain(RatingSchemeEntity entity) {
    return entity.definition.scheme(
        entity.id, SchemeKind.valueOf(entity.kind), entity.title, entity.titleZh, entity.note);
  }
}
