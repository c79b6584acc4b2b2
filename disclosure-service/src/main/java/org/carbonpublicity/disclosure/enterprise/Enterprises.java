package org.carbonpublicity.disclosure.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Cause;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Kind;
import org.carbonpublicity.disclosure.enterprise.events.EnterpriseEvents;
import org.carbonpublicity.disclosure.enterprise.persistence.EnterpriseRepository;
import org.jspecify.annotations.Nullable;

/** Registers and changes enterprises; every change is told as an event. */
@ApplicationScoped
public class Enterprises {

  private final EnterpriseRepository repository;
  private final EnterpriseEvents events;
  private final Audit audit;
  private final Clock clock;

  Enterprises(EnterpriseRepository repository, EnterpriseEvents events, Audit audit, Clock clock) {
    this.repository = repository;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an analyst states of an enterprise. */
  public record Draft(
      @Nullable String code, String name, @Nullable String group, List<String> aliases) {}

  /** Group and aliases as they shall be. */
  public record Change(@Nullable String group, List<String> aliases) {}

  /**
   * Registers an enterprise under the given code, or under a generated one.
   *
   * @throws EnterpriseNameTakenException when its code, name or an alias is in use
   */
  @Transactional
  public Enterprise register(Draft draft, String actor) {
    String code = draft.code() == null ? repository.nextCode() : draft.code();
    Enterprise enterprise =
        new Enterprise(
            code, draft.name(), draft.group(), distinct(draft.name(), draft.aliases()), 1, null);
    Instant now = clock.instant();
    repository.insert(enterprise, now, actor);
    repository.remember(enterprise, Cause.of(Kind.REGISTERED, actor), now);
    events.registered(enterprise);
    audit.record("enterprise-registered", "enterprise/" + code, told(enterprise));
    return enterprise;
  }

  /**
   * Replaces group and aliases.
   *
   * @param change sees the present state, locked; throws when the change must not happen
   * @throws EnterpriseNameTakenException when an alias belongs to another
   * @throws EnterpriseMergedException when it was merged
   */
  @Transactional
  public Optional<Enterprise> change(
      String code, String actor, Function<Enterprise, Change> change) {
    return repository
        .lock(code)
        .map(
            present -> {
              Change wanted = change.apply(present);
              refuseMerged(present);
              Enterprise changed =
                  new Enterprise(
                      code,
                      present.name(),
                      wanted.group(),
                      distinct(present.name(), wanted.aliases()),
                      present.revision() + 1,
                      null);
              if (changed.aliases().equals(present.aliases())
                  && Objects.equals(changed.group(), present.group())) {
                return present;
              }
              repository.update(changed);
              repository.remember(changed, Cause.of(Kind.CHANGED, actor), clock.instant());
              events.registered(changed);
              audit.record("enterprise-changed", "enterprise/" + code, told(changed));
              return changed;
            });
  }

  public Optional<Enterprise> find(String code) {
    return repository.find(code);
  }

  /** The enterprise that a code, name or alias names. */
  public Optional<Enterprise> named(String spelling) {
    return repository.named(MatchKey.of(spelling));
  }

  /** Enterprises by code, after the given one. */
  public List<Enterprise> list(@Nullable String after, int limit) {
    return repository.list(after, limit);
  }

  /** All that an enterprise was, the oldest first. */
  public List<EnterpriseRevision> history(String code) {
    return repository.history(code);
  }

  static void refuseMerged(Enterprise enterprise) {
    if (enterprise.mergedInto() != null) {
      throw new EnterpriseMergedException(enterprise.code(), enterprise.mergedInto());
    }
  }

  private static Map<String, ?> told(Enterprise enterprise) {
    return Map.of(
        "name", enterprise.name(),
        "group", Optional.ofNullable(enterprise.group()),
        "aliases", enterprise.aliases(),
        "revision", enterprise.revision());
  }

  static List<String> distinct(String name, List<String> aliases) {
    Map<String, String> byKey = new LinkedHashMap<>();
    aliases.forEach(alias -> byKey.putIfAbsent(MatchKey.of(alias), alias));
    byKey.remove(MatchKey.of(name));
    return List.copyOf(byKey.values());
  }
}
