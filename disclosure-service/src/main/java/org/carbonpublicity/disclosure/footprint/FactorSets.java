package org.carbonpublicity.disclosure.footprint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.footprint.persistence.FactorSetRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The factor sets that are known, and the one in force. A draft may change; a set that is or was in
 * force, or that a stored footprint names, never does.
 */
@ApplicationScoped
public class FactorSets {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final FactorSetRepository repository;
  private final ObjectMapper json;
  private final Event<FactorSetActivated> activated;
  private final Audit audit;
  private final Clock clock;
  private final String seedId;

  FactorSets(
      FactorSetRepository repository,
      ObjectMapper json,
      Event<FactorSetActivated> activated,
      Audit audit,
      Clock clock,
      @ConfigProperty(name = "disclosure.factor-set") String seedId) {
    this.repository = repository;
    this.json = json;
    this.activated = activated;
    this.audit = audit;
    this.clock = clock;
    this.seedId = seedId;
  }

  /**
   * Stores the set that comes with the service, unless it is there, and puts it in force where none
   * is; instances may race.
   */
  @Transactional
  void seed(@Observes @Priority(100) StartupEvent event) throws IOException {
    try (InputStream file =
        FactorSets.class.getResourceAsStream("/factor-sets/" + seedId + ".json")) {
      if (file != null) {
        repository.store(json.readValue(file, FactorSet.class));
      }
    }
    if (repository.active().isPresent()) {
      return;
    }
    repository.lock();
    if (repository.active().isEmpty()) {
      if (repository.find(seedId).isEmpty()) {
        throw new IllegalStateException("there is no factor set " + seedId);
      }
      repository.activate(seedId, clock.instant(), audit.service());
      audit.record("factor-set-activated", "factor-set/" + seedId, Map.of());
    }
  }

  /** Letters, digits, dots, dashes, underscores; at most 64. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** The set that new calculations use. */
  @Transactional
  public FactorSet active() {
    return repository
        .active()
        .map(KeptFactorSet::set)
        .orElseThrow(() -> new IllegalStateException("no factor set is in force"));
  }

  @Transactional
  public Optional<KeptFactorSet> find(String id) {
    return isId(id) ? repository.find(id) : Optional.empty();
  }

  /** All sets, the latest effective first. */
  @Transactional
  public List<KeptFactorSet> list() {
    return repository.list();
  }

  /**
   * Stores a draft, or replaces one. Writing what is there already changes nothing, whatever its
   * state.
   *
   * @param set checked by {@link FactorSetRules}
   * @param precondition sees the present set, or null; throws when the change must not happen
   * @throws FactorSetConflictException when the set is or was in force, or in use
   */
  @Transactional
  public KeptFactorSet put(FactorSet set, Consumer<@Nullable KeptFactorSet> precondition) {
    repository.lock();
    KeptFactorSet present = repository.find(set.id()).orElse(null);
    precondition.accept(present);
    if (present == null) {
      repository.store(set);
      audit.record("factor-set-drafted", "factor-set/" + set.id(), Map.of());
    } else if (!set.sameAs(present.set())) {
      if (present.state() != FactorSetState.DRAFT || repository.used(set.id())) {
        throw FactorSetConflictException.inUse(set.id(), present.state());
      }
      repository.update(set);
      audit.record("factor-set-changed", "factor-set/" + set.id(), Map.of());
    }
    return repository.find(set.id()).orElseThrow();
  }

  /**
   * Puts a draft in force and retires the set before it. A set in force stays as it is.
   *
   * @param precondition sees the present set; throws when the change must not happen
   * @throws FactorSetConflictException when it was in force before, or its effective date lies
   *     ahead or before that of the set in force
   */
  @Transactional
  public Optional<KeptFactorSet> activate(
      String id, String actor, Consumer<KeptFactorSet> precondition) {
    repository.lock();
    KeptFactorSet present = repository.find(id).orElse(null);
    if (present == null) {
      return Optional.empty();
    }
    precondition.accept(present);
    if (present.state() == FactorSetState.ACTIVE) {
      return Optional.of(present);
    }
    if (present.state() == FactorSetState.RETIRED) {
      throw FactorSetConflictException.activation(id, present.state());
    }
    Instant now = clock.instant();
    LocalDate from = present.set().effectiveFrom();
    if (from.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw FactorSetConflictException.notYetEffective(id, from);
    }
    repository.active().ifPresent(active -> retire(active.set(), present.set(), now));
    repository.activate(id, now, actor);
    audit.record("factor-set-activated", "factor-set/" + id, Map.of());
    activated.fire(new FactorSetActivated(id));
    return repository.find(id);
  }

  private void retire(FactorSet active, FactorSet successor, Instant now) {
    if (successor.effectiveFrom().isBefore(active.effectiveFrom())) {
      throw FactorSetConflictException.beforeActive(successor.id(), active);
    }
    repository.retire(active.id(), successor.id(), now);
  }
}
