package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.carbontarget.persistence.TargetRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Experts judge what is submitted. */
@ApplicationScoped
public class Panels {

  private final TargetRepository targets;
  private final TargetChanges changes;
  private final Instance<PanelBar> bars;
  private final int size;
  private final int approvalsNeeded;

  Panels(
      TargetRepository targets,
      TargetChanges changes,
      @Any Instance<PanelBar> bars,
      @ConfigProperty(name = "assessment.target.panel-size") int size,
      @ConfigProperty(name = "assessment.target.panel-approvals") Optional<Integer> approvals) {
    this.targets = targets;
    this.changes = changes;
    this.bars = bars;
    this.size = size;
    this.approvalsNeeded = approvals.orElse(Panel.majority(size));
    if (size < 1 || approvalsNeeded < 1 || approvalsNeeded > size) {
      throw new IllegalArgumentException(
          "a panel of %d of which %d approve".formatted(size, approvalsNeeded));
    }
  }

  /**
   * Names the experts of the present round; who has voted stays.
   *
   * @param experts subjects of their tokens
   * @return empty when there is no such target
   * @throws InvalidTargetException for another number of experts than configured, one named twice
   *     or barred, or one left out that has voted
   */
  @Transactional
  public Optional<CarbonTarget> name(
      UUID id, List<String> experts, Predicate<CarbonTarget> expected, String actor) {
    return changes
        .open(id, TargetAction.NAME_PANEL, expected)
        .map(
            target -> {
              check(target, experts);
              targets.namePanel(id, target.round(), experts, approvalsNeeded);
              return changes.conclude(
                  id, TargetFact.PANEL_NAMED, String.join(", ", experts), actor);
            });
  }

  private void check(CarbonTarget target, List<String> experts) {
    List<TargetViolation> violations = new ArrayList<>();
    if (experts.size() != size) {
      violations.add(new TargetViolation("experts", "count", "a panel has %d".formatted(size)));
    }
    Set<String> known = new HashSet<>();
    for (int i = 0; i < experts.size(); i++) {
      String field = "experts[" + i + "]";
      String expert = experts.get(i);
      if (!known.add(expert)) {
        violations.add(new TargetViolation(field, "repeated", expert + " is named twice"));
      }
      if (isBarred(expert, target)) {
        violations.add(
            new TargetViolation(
                field, "expert-barred", expert + " may not judge " + target.enterprise()));
      }
    }
    if (target.panel() != null) {
      target.panel().experts().stream()
          .filter(expert -> expert.vote() != null && !known.contains(expert.subject()))
          .forEach(
              expert ->
                  violations.add(
                      new TargetViolation(
                          "experts", "expert-has-voted", expert.subject() + " has voted")));
    }
    if (!violations.isEmpty()) {
      throw new InvalidTargetException(violations);
    }
  }

  /**
   * An expert votes, or votes anew until the panel has decided; the vote that decides validates the
   * target or returns it.
   *
   * @return empty when there is no such target
   * @throws NoVoteException for who is not on the panel, or barred
   */
  @Transactional
  public Optional<CarbonTarget> vote(
      UUID id, Expert.Vote vote, String reason, Predicate<CarbonTarget> expected, String actor) {
    return changes
        .open(id, TargetAction.VOTE, expected)
        .map(
            target -> {
              if (target.panel() == null || target.panel().expert(actor).isEmpty()) {
                throw new NoVoteException("not-on-panel", "you are not on the panel");
              }
              if (isBarred(actor, target)) {
                throw new NoVoteException(
                    "expert-barred", "you may not judge " + target.enterprise());
              }
              targets.vote(id, target.round(), actor, vote, reason, changes.now());
              return decided(changes.conclude(id, TargetFact.VOTED, vote + ": " + reason, actor));
            });
  }

  private CarbonTarget decided(CarbonTarget target) {
    Optional<Panel.Verdict> verdict = Optional.ofNullable(target.panel()).flatMap(Panel::verdict);
    if (verdict.isEmpty()) {
      return target;
    }
    if (verdict.get() == Panel.Verdict.VALIDATED) {
      targets.validate(target.id(), changes.now());
      return changes.conclude(target.id(), TargetFact.VALIDATED, null, null);
    }
    targets.giveBack(target.id());
    return changes.conclude(target.id(), TargetFact.RETURNED, null, null);
  }

  private boolean isBarred(String subject, CarbonTarget target) {
    return bars.stream().anyMatch(bar -> bar.isBarred(subject, target.enterprise()));
  }
}
