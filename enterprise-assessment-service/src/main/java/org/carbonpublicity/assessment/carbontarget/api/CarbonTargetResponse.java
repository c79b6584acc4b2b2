package org.carbonpublicity.assessment.carbontarget.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.carbontarget.ActivityPoint;
import org.carbonpublicity.assessment.carbontarget.Ambition;
import org.carbonpublicity.assessment.carbontarget.Boundary;
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CheckpointReport;
import org.carbonpublicity.assessment.carbontarget.CheckpointStatus;
import org.carbonpublicity.assessment.carbontarget.Expert;
import org.carbonpublicity.assessment.carbontarget.Panel;
import org.carbonpublicity.assessment.carbontarget.Standing;
import org.carbonpublicity.assessment.carbontarget.TargetDefinition;
import org.carbonpublicity.assessment.carbontarget.TargetModel;
import org.carbonpublicity.assessment.carbontarget.TargetScope;
import org.carbonpublicity.assessment.carbontarget.TargetStage;
import org.carbonpublicity.assessment.carbontarget.TargetState;
import org.carbonpublicity.assessment.carbontarget.TargetUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A target as it is read; the public reads less of it. */
@Schema(name = "CarbonTarget")
record CarbonTargetResponse(
    UUID id,
    String enterprise,
    String enterpriseName,
    TargetScope scope,
    Boundary boundary,
    @Schema(description = "Where it stands today") TargetState state,
    Instant committedAt,
    @Schema(description = "Last day (UTC) on which a submission is in time")
        LocalDate submissionDueOn,
    @Nullable Instant submittedAt,
    @Nullable Instant validatedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawalReason,
    @Nullable DefinitionResponse target,
    List<CheckpointResponse> checkpoints,
    @Schema(description = "How often it was submitted; not for the public") @Nullable Integer round,
    @Schema(
            description =
                "Of the latest round; for the enterprise once it has decided, without names")
        @Nullable PanelResponse panel,
    @Schema(description = "What can be done next; not for the public")
        @Nullable List<String> allowed) {

  @Schema(name = "CarbonTargetDefinition")
  record DefinitionResponse(
      TargetModel model,
      Ambition ambition,
      int baseYear,
      BigDecimal baseValue,
      TargetUnit unit,
      String unitSymbol,
      @Schema(description = "Not for the public") @Nullable List<UUID> evidence,
      int targetYear,
      @Schema(description = "To ten decimals; decisions use the exact fraction")
          BigDecimal targetValue,
      @Nullable BigDecimal annualReductionPercent,
      @Nullable String pathway,
      @Nullable Integer pathwayVersion,
      @Schema(description = "Not for the public") @Nullable List<ActivityPoint> activity) {}

  @Schema(name = "CarbonTargetCheckpoint")
  record CheckpointResponse(
      int year,
      @Schema(description = "Last day (UTC) on which a report is in time") LocalDate dueOn,
      CheckpointStatus status,
      @Schema(description = "To ten decimals; decisions use the exact fraction")
          BigDecimal allowedValue,
      @Nullable BigDecimal reportedValue,
      @Nullable Integer revision,
      @Nullable Instant reportedAt,
      @Schema(description = "Not for the public") @Nullable List<UUID> evidence,
      @Schema(description = "Not for the public") @Nullable String comment) {}

  @Schema(name = "CarbonTargetPanel")
  record PanelResponse(int size, int approvalsNeeded, List<ExpertResponse> experts) {}

  @Schema(name = "CarbonTargetExpert")
  record ExpertResponse(
      @Nullable String subject,
      Expert.@Nullable Vote vote,
      @Nullable String reason,
      @Nullable Instant votedAt) {}

  static CarbonTargetResponse of(CarbonTarget target, Standing standing, TargetView view) {
    boolean inside = view.isInside();
    return new CarbonTargetResponse(
        target.id(),
        target.enterprise(),
        target.enterpriseName(),
        target.scope(),
        target.boundary(),
        standing.state(),
        target.committedAt(),
        target.submissionDueOn(),
        target.submittedAt(),
        target.validatedAt(),
        target.publishedAt(),
        target.withdrawnAt(),
        target.withdrawalReason(),
        definition(target, inside),
        standing.checkpoints().stream().map(c -> checkpoint(c, inside)).toList(),
        inside ? target.round() : null,
        panel(target, view),
        inside ? target.stage().allowed() : null);
  }

  private static @Nullable DefinitionResponse definition(CarbonTarget target, boolean inside) {
    TargetDefinition definition = target.definition();
    if (definition == null) {
      return null;
    }
    return new DefinitionResponse(
        definition.model(),
        definition.ambition(),
        definition.baseline().year(),
        definition.baseline().value(),
        definition.baseline().unit(),
        definition.baseline().unit().symbol(),
        inside ? definition.baseline().evidence() : null,
        definition.targetYear(),
        target.path().orElseThrow().target().shown(),
        definition.annualReductionPercent(),
        definition.pathway(),
        definition.pathwayVersion(),
        inside ? definition.activity() : null);
  }

  private static CheckpointResponse checkpoint(
      Standing.CheckpointStanding checkpoint, boolean inside) {
    CheckpointReport report = checkpoint.report();
    BigDecimal allowed = checkpoint.allowed().shown();
    return report == null
        ? new CheckpointResponse(
            checkpoint.year(),
            checkpoint.dueOn(),
            checkpoint.status(),
            allowed,
            null,
            null,
            null,
            null,
            null)
        : new CheckpointResponse(
            checkpoint.year(),
            checkpoint.dueOn(),
            checkpoint.status(),
            allowed,
            report.value(),
            report.revision(),
            report.reportedAt(),
            inside ? report.evidence() : null,
            inside ? report.comment() : null);
  }

  private static @Nullable PanelResponse panel(CarbonTarget target, TargetView view) {
    Panel panel = target.panel();
    boolean decided = target.stage() != TargetStage.SUBMITTED;
    if (panel == null || !view.isInside() || !(view.seesPanel() || decided)) {
      return null;
    }
    return new PanelResponse(
        panel.experts().size(),
        panel.approvalsNeeded(),
        panel.experts().stream()
            .map(
                expert ->
                    new ExpertResponse(
                        view.seesPanel() ? expert.subject() : null,
                        expert.vote(),
                        expert.reason(),
                        expert.votedAt()))
            .toList());
  }
}
