package org.carbonpublicity.disclosure.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonpublicity.disclosure.audit.Audit;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Cause;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Kind;
import org.carbonpublicity.disclosure.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/** Registers and changes enterprises; every change is told as an event. */
@ApplicationScoped
public class Enterprises {

  private final EnterpriseRepository repository;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  Enterprises(EnterpriseRepository repository, Outbox outbox, Audit audit, Clock clock) {
    this.repository = repository;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an analyst states of an enterprise. */
  public record Draft(
      @Nullable String code, String name, @Nullable String group, List<String> aliases) {}

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
    outbox.append(
        Topics.ENTERPRISES,
        EnterpriseRegistered.TYPE,
        enterprise.code(),
        EnterpriseRegistered.of(enterprise));
    audit.record("enterprise-registered", "enterprise/" + code, told(enterprise));
    return enterprise;
  }

  /**
   * Replaces group and aliases.
   *
   * @param precondition sees the present state, locked; throws when the change must not happen
   * @throws EnterpriseNameTakenException when an alias belongs to another
   * @throws EnterpriseMergedException when it was merged
   */
  @Transactional
  public Optional<Enterprise> change(
      String code,
      @Nullable String group,
      List<String> aliases,
      String actor,
      Consumer<Enterprise> precondition) {
    return repository
        .lock(code)
        .map(
            present -> {
              precondition.accept(present);
              refuseMerged(present);
              Enterprise changed =
                  new Enterprise(
                      code,
                      present.name(),
                      group,
                      distinct(present.name(), aliases),
                      present.revision() + 1,
                      null);
              if (changed.aliases().equals(present.aliases())
                  && java.util.Objects.equals(changed.group(), present.group())) {
                return present;
              }
              repository.update(changed);
              repository.remember(changed, Cause.of(Kind.CHANGED, actor), clock.instant());
              outbox.append(
                  Topics.ENTERPRISES,
                  EnterpriseRegistered.TYPE,
                  code,
                  EnterpriseRegistered.of(changed));
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

  /** All that an enterprise was, the oldest first. */
  public List<EnterpriseRevision> history(String code) {
    return repository.history(code);
  }

  /** Enterprises by code, after the given one. */
  public List<Enterprise> list(@Nullable String after, int limit) {
    return repository.list(after, limit);
  }

  private static Map<String, ?> told(Enterprise enterprise) {
    return Map.of(
        "name",
        enterprise.name(),
        "group",
        Optional.ofNullable(enterprise.group()),
        "aliases",
        enterprise.aliases(),
        "revision",
        enterprise.revision());
  }

  static void refuseMerged(Enterprise enterprise) {
    if (enterprise.mergedInto() != null) {
      throw new EnterpriseMergedException(enterprise.code(), enterprise.mergedInto());
    }
  }

  static List<String> distinct(String name, List<String> aliases) {
    Map<String, String> byKey = new LinkedHashMap<>();
    aliases.forEach(alias -> byKey.putIfAbsent(MatchKey.of(alias), alias));
    byKey.remove(MatchKey.of(name));
    return List.copyOf(byKey.values());
  }
}
