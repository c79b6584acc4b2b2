package org.carbonpublicity.assessment.carbontarget.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.carbontarget.Ambition;
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CheckpointReport;
import org.carbonpublicity.assessment.carbontarget.CheckpointStatus;
import org.carbonpublicity.assessment.carbontarget.Standing;
import org.carbonpublicity.assessment.carbontarget.Standing.CheckpointStanding;
import org.carbonpublicity.assessment.carbontarget.TargetDefinition;
import org.carbonpublicity.assessment.carbontarget.TargetFact;
import org.carbonpublicity.assessment.carbontarget.TargetModel;
import org.carbonpublicity.assessment.carbontarget.TargetScope;
import org.carbonpublicity.assessment.carbontarget.TargetState;
import org.carbonpublicity.assessment.carbontarget.TargetUnit;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Tells of targets; the enterprise is locked when it does, so that they are told in order. There is
 * one type for all facts, with the whole state: the topic keeps the latest event of a target, and
 * that has to be enough.
 */
@ApplicationScoped
public class TargetEvents {

  private static final String CHANGED = "target-changed.v1";

  private final Outbox outbox;

  TargetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record TargetChanged(
      UUID target,
      int version,
      TargetFact fact,
      Instant occurredAt,
      String enterprise,
      String enterpriseName,
      TargetScope scope,
      TargetState state,
      boolean published,
      Instant committedAt,
      LocalDate submissionDueOn,
      @Nullable Path path,
      List<ToldCheckpoint> checkpoints) {}

  /** What the enterprise set itself, once it is published. */
  record Path(
      TargetModel model,
      Ambition ambition,
      TargetUnit unit,
      int baseYear,
      BigDecimal baseValue,
      int targetYear,
      BigDecimal targetValue) {}

  record ToldCheckpoint(
      int year,
      LocalDate dueOn,
      CheckpointStatus status,
      BigDecimal allowedValue,
      @Nullable BigDecimal reportedValue) {}

  /** What is not published carries no numbers: a topic has more readers than the enterprise. */
  public void changed(CarbonTarget target, Standing standing, TargetFact fact, Instant at) {
    outbox.append(
        Topics.TARGETS,
        CHANGED,
        target.id().toString(),
        new TargetChanged(
            target.id(),
            target.version(),
            fact,
            at,
            target.enterprise(),
            target.enterpriseName(),
            target.scope(),
            standing.state(),
            target.isPublic(),
            target.committedAt(),
            target.submissionDueOn(),
            target.isPublic() ? path(target) : null,
            target.isPublic()
                ? standing.checkpoints().stream().map(TargetEvents::told).toList()
                : List.of()));
  }

  private static @Nullable Path path(CarbonTarget target) {
    TargetDefinition definition = target.definition();
    return definition == null
        ? null
        : new Path(
            definition.model(),
            definition.ambition(),
            definition.baseline().unit(),
            definition.baseline().year(),
            definition.baseline().value(),
            definition.targetYear(),
            target.path().orElseThrow().target().shown());
  }

  private static ToldCheckpoint told(CheckpointStanding checkpoint) {
    CheckpointReport report = checkpoint.report();
    return new ToldCheckpoint(
        checkpoint.year(),
        checkpoint.dueOn(),
        checkpoint.status(),
        checkpoint.allowed().shown(),
        report == null ? null : report.value());
  }
}
