package org.carbonpublicity.assessment.carbontarget.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CarbonTargets;
import org.carbonpublicity.assessment.carbontarget.CheckpointStatus;
import org.carbonpublicity.assessment.carbontarget.InvalidTargetException;
import org.carbonpublicity.assessment.carbontarget.NoVoteException;
import org.carbonpublicity.assessment.carbontarget.Panel;
import org.carbonpublicity.assessment.carbontarget.StaleTargetException;
import org.carbonpublicity.assessment.carbontarget.Standing;
import org.carbonpublicity.assessment.carbontarget.TargetFilter;
import org.carbonpublicity.assessment.carbontarget.TargetScope;
import org.carbonpublicity.assessment.carbontarget.TargetStageException;
import org.carbonpublicity.assessment.carbontarget.TargetState;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** Which targets the caller may see and change, and how. */
@ApplicationScoped
class TargetViews {

  private final CarbonTargets targets;
  private final Caller caller;

  TargetViews(CarbonTargets targets, Caller caller) {
    this.targets = targets;
    this.caller = caller;
  }

  /** A target and as whom the caller reads it. */
  record Seen(CarbonTarget target, TargetView view) {}

  /** The target; a 404 problem when there is none that the caller may know of. */
  Seen find(String id) {
    return Ids.parse(id).flatMap(targets::find).flatMap(this::seen).orElseThrow(() -> unknown(id));
  }

  Optional<Seen> seen(CarbonTarget target) {
    if (caller.isAssessor()) {
      return Optional.of(new Seen(target, TargetView.ASSESSOR));
    }
    if (caller.actsFor(target.enterprise())) {
      return Optional.of(new Seen(target, TargetView.ENTERPRISE));
    }
    if (isExpert(target)) {
      return Optional.of(new Seen(target, TargetView.EXPERT));
    }
    return target.isPublic() ? Optional.of(new Seen(target, TargetView.PUBLIC)) : Optional.empty();
  }

  private boolean isExpert(CarbonTarget target) {
    Panel panel = target.panel();
    return panel != null
        && !caller.isAutomaker()
        && caller.subject().flatMap(panel::expert).isPresent();
  }

  TargetFilter filter(
      @Nullable String enterprise, @Nullable TargetState state, @Nullable TargetScope scope) {
    boolean all = caller.isAssessor();
    return new TargetFilter(
        enterprise,
        state,
        scope,
        caller.isAutomaker() ? null : caller.subject().orElse(null),
        all ? null : caller.isAutomaker() ? caller.enterprises() : Set.of());
  }

  /** Refuses automakers that do not act for the enterprise. */
  void requireOwn(String enterprise) {
    if (!caller.isAssessor() && !caller.actsFor(enterprise)) {
      throw Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
    }
  }

  /** The tag of what this reader reads now. */
  String tag(CarbonTarget target, TargetView view) {
    Standing standing = targets.standing(target);
    long overdue =
        standing.checkpoints().stream()
            .filter(checkpoint -> checkpoint.status() == CheckpointStatus.OVERDUE)
            .count();
    // The version does not know what time did; several may read the same version differently.
    return "%d.%s.%d.%s".formatted(target.version(), standing.state(), overdue, view);
  }

  /** Whether a target is the one that {@code If-Match} names. */
  Predicate<CarbonTarget> expected(@Nullable String ifMatch) {
    return present ->
        ifMatch == null
            || seen(present)
                .filter(seen -> EntityTag.ifMatchNames(ifMatch, tag(present, seen.view())))
                .isPresent();
  }

  /** A change, with its refusals as problems. */
  CarbonTarget change(String id, Function<UUID, Optional<CarbonTarget>> change) {
    try {
      return Ids.parse(id).flatMap(change).orElseThrow(() -> unknown(id));
    } catch (InvalidTargetException e) {
      throw refusal(e);
    } catch (StaleTargetException e) {
      throw Problems.preconditionFailed(String.valueOf(e.getMessage()));
    } catch (NoVoteException e) {
      throw Problems.forbidden(e.type(), String.valueOf(e.getMessage()));
    } catch (TargetStageException e) {
      throw Problems.conflict(
          "carbon-target-state",
          String.valueOf(e.getMessage()),
          e.stage().name(),
          e.stage().allowed());
    }
  }

  static RuntimeException refusal(InvalidTargetException invalid) {
    return Problems.unprocessable(
        "invalid-carbon-target",
        "The request cannot be fulfilled",
        invalid.violations().stream()
            .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
            .toList());
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-carbon-target", "there is no carbon target " + id);
  }
}
