package org.carbonpublicity.disclosure.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Cause;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Kind;
import org.carbonpublicity.disclosure.enterprise.events.EnterpriseEvents;
import org.carbonpublicity.disclosure.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.disclosure.enterprise.persistence.MergeRepository;

/** Renames enterprises and merges those that are one; what they were called keeps naming them. */
@ApplicationScoped
public class EnterpriseMerge {

  private final EnterpriseRepository enterprises;
  private final MergeRepository models;
  private final EnterpriseEvents events;
  private final Event<EnterpriseRestated> restated;
  private final Audit audit;
  private final Clock clock;

  EnterpriseMerge(
      EnterpriseRepository enterprises,
      MergeRepository models,
      EnterpriseEvents events,
      Event<EnterpriseRestated> restated,
      Audit audit,
      Clock clock) {
    this.enterprises = enterprises;
    this.models = models;
    this.events = events;
    this.restated = restated;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Gives an enterprise another name; the old one becomes an alias, and what is published of it is
   * published anew.
   *
   * @param precondition sees the present state, locked; throws when the change must not happen
   * @return empty when there is no such enterprise
   * @throws EnterpriseNameTakenException when the name is another's
   * @throws EnterpriseMergedException when it was merged
   * @throws org.carbonpublicity.disclosure.batch.BatchConflictException when a batch with models of
   *     it is being published
   */
  @Transactional
  public Optional<Enterprise> rename(
      String code, String name, String reason, String actor, Consumer<Enterprise> precondition) {
    Enterprise present = enterprises.lock(code).orElse(null);
    if (present == null) {
      return Optional.empty();
    }
    precondition.accept(present);
    Enterprises.refuseMerged(present);
    if (name.equals(present.name())) {
      return Optional.of(present);
    }
    List<String> aliases = new ArrayList<>(present.aliases());
    aliases.add(present.name());
    Enterprise renamed =
        new Enterprise(
            code,
            name,
            present.group(),
            Enterprises.distinct(name, aliases),
            present.revision() + 1,
            null);
    enterprises.rename(renamed);
    told(renamed, new Cause(Kind.RENAMED, actor, null, reason));
    audit.record(
        "enterprise-renamed",
        "enterprise/" + code,
        Map.of("from", present.name(), "to", name, "reason", reason));
    restated.fire(
        new EnterpriseRestated(
            code,
            code,
            "Enterprise "
                + code
                + " renamed from "
                + present.name()
                + " to "
                + name
                + ": "
                + reason,
            actor));
    return Optional.of(renamed);
  }

  /**
   * Merges one enterprise into another, which takes over all its names and its models in batches
   * that are not published: each gets a revision that names the kept enterprise and replaces the
   * one before. What is published is published anew under the kept one.
   *
   * @param into code of the one that is kept
   * @return the kept one; empty when one of them does not exist
   * @throws EnterpriseMergedException when one of them was merged already
   * @throws org.carbonpublicity.disclosure.batch.BatchConflictException when a batch with models of
   *     the given up one is being published
   */
  @Transactional
  public Optional<Enterprise> merge(String code, String into, String reason, String actor) {
    // In the order of codes, whichever is kept: two merges never wait for each other.
    Optional<Enterprise> first = enterprises.lock(code.compareTo(into) < 0 ? code : into);
    Optional<Enterprise> second = enterprises.lock(code.compareTo(into) < 0 ? into : code);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Enterprise givenUp = first.get().code().equals(code) ? first.get() : second.get();
    Enterprise kept = first.get().code().equals(code) ? second.get() : first.get();
    Enterprises.refuseMerged(givenUp);
    Enterprises.refuseMerged(kept);
    Instant now = clock.instant();
    long moved = models.move(code, into, actor, now);
    enterprises.takeNames(code, into);
    Enterprise gone =
        new Enterprise(
            code, givenUp.name(), givenUp.group(), List.of(), givenUp.revision() + 1, into);
    enterprises.giveUp(gone);
    told(gone, new Cause(Kind.MERGED_INTO, actor, into, reason));
    List<String> aliases = new ArrayList<>(kept.aliases());
    aliases.add(givenUp.name());
    aliases.addAll(givenUp.aliases());
    Enterprise grown =
        new Enterprise(
            into,
            kept.name(),
            kept.group(),
            Enterprises.distinct(kept.name(), aliases),
            kept.revision() + 1,
            null);
    enterprises.update(grown);
    told(grown, new Cause(Kind.MERGED, actor, code, reason));
    audit.record(
        "enterprise-merged",
        "enterprise/" + code,
        Map.of("into", into, "reason", reason, "modelsMoved", moved));
    restated.fire(
        new EnterpriseRestated(
            code, into, "Enterprise " + code + " merged into " + into + ": " + reason, actor));
    return enterprises.find(into);
  }

  private void told(Enterprise enterprise, Cause cause) {
    enterprises.remember(enterprise, cause, clock.instant());
    events.registered(enterprise);
  }
}
