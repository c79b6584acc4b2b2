package org.carbonpublicity.assessment.carbontarget;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a target stands on a day (UTC). It follows from what was done and the day alone, so that it
 * is right on reading, whenever the worker tells of it.
 *
 * @param nextDueOn last day before the state becomes OVERDUE by itself; in the past while it is
 *     OVERDUE; null when nothing is due
 */
public record Standing(
    TargetState state, @Nullable LocalDate nextDueOn, List<CheckpointStanding> checkpoints) {

  /**
   * @param allowed by the path
   * @param report the revision that counts
   */
  public record CheckpointStanding(
      int year,
      LocalDate dueOn,
      CheckpointStatus status,
      Fraction allowed,
      @Nullable CheckpointReport report) {}

  public static Standing of(CarbonTarget target, LocalDate today) {
    List<CheckpointStanding> checkpoints = checkpoints(target, today);
    return switch (target.stage()) {
      case COMMITTED ->
          new Standing(
              today.isAfter(target.submissionDueOn()) ? TargetState.OVERDUE : TargetState.COMMITTED,
              target.submissionDueOn(),
              checkpoints);
      case SUBMITTED -> new Standing(TargetState.SUBMITTED, null, checkpoints);
      case VALIDATED -> new Standing(TargetState.VALIDATED, null, checkpoints);
      case PUBLISHED -> published(checkpoints);
      case WITHDRAWN -> new Standing(TargetState.WITHDRAWN, null, checkpoints);
    };
  }

  private static Standing published(List<CheckpointStanding> checkpoints) {
    TargetState state = TargetState.PUBLISHED;
    LocalDate nextDueOn = null;
    boolean overdue = false;
    for (CheckpointStanding checkpoint : checkpoints) {
      switch (checkpoint.status()) {
        case ON_TRACK -> state = TargetState.ON_TRACK;
        case BEHIND -> state = TargetState.BEHIND;
        case OPEN, OVERDUE -> {
          overdue |= checkpoint.status() == CheckpointStatus.OVERDUE;
          nextDueOn = earlier(nextDueOn, checkpoint.dueOn());
        }
        case WAIVED -> {}
      }
    }
    return new Standing(overdue ? TargetState.OVERDUE : state, nextDueOn, checkpoints);
  }

  private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  private static List<CheckpointStanding> checkpoints(CarbonTarget target, LocalDate today) {
    TargetDefinition definition = target.definition();
    if (definition == null) {
      return List.of();
    }
    TargetPath path = TargetPath.of(definition, target.pathway());
    List<CheckpointStanding> standings = new ArrayList<>();
    for (Checkpoint checkpoint : definition.checkpoints()) {
      CheckpointReport report = target.report(checkpoint.year()).orElse(null);
      Fraction allowed = path.allowed(checkpoint.year());
      standings.add(
          new CheckpointStanding(
              checkpoint.year(),
              checkpoint.dueOn(),
              status(target, checkpoint, report, allowed, today),
              allowed,
              report));
    }
    return List.copyOf(standings);
  }

  private static CheckpointStatus status(
      CarbonTarget target,
      Checkpoint checkpoint,
      @Nullable CheckpointReport report,
      Fraction allowed,
      LocalDate today) {
    if (report != null) {
      return allowed.isBelow(Fraction.of(report.value()))
          ? CheckpointStatus.BEHIND
          : CheckpointStatus.ON_TRACK;
    }
    if (target.publishedAt() == null) {
      return CheckpointStatus.OPEN;
    }
    LocalDate publishedOn = LocalDate.ofInstant(target.publishedAt(), ZoneOffset.UTC);
    if (checkpoint.dueOn().isBefore(publishedOn)) {
      return CheckpointStatus.WAIVED;
    }
    // A target that was given up owes nothing any more.
    boolean owed = target.stage() == TargetStage.PUBLISHED;
    return owed && today.isAfter(checkpoint.dueOn())
        ? CheckpointStatus.OVERDUE
        : CheckpointStatus.OPEN;
  }
}
