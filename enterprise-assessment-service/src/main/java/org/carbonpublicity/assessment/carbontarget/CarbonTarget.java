package org.carbonpublicity.assessment.carbontarget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target with all that decides where it stands.
 *
 * @param number grows with every commitment
 * @param recordedState as last written down; {@link Standing} says what it is today
 * @param submissionDueOn last day (UTC) on which a submission is in time
 * @param round how often it was submitted
 * @param panel of the present round; null while none is named
 * @param reports all revisions, in the order of years and revisions
 */
public record CarbonTarget(
    UUID id,
    long number,
    int version,
    String enterprise,
    String enterpriseName,
    TargetScope scope,
    Boundary boundary,
    TargetStage stage,
    TargetState recordedState,
    Instant committedAt,
    LocalDate submissionDueOn,
    int round,
    @Nullable TargetDefinition definition,
    @Nullable SectorPathway pathway,
    @Nullable Panel panel,
    @Nullable Instant submittedAt,
    @Nullable Instant validatedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawalReason,
    List<CheckpointReport> reports) {

  /** Whether everyone reads it: what was published stays visible when it is withdrawn. */
  public boolean isPublic() {
    return publishedAt != null;
  }

  /** The path of what is defined so far. */
  public Optional<TargetPath> path() {
    return Optional.ofNullable(definition).map(defined -> TargetPath.of(defined, pathway));
  }

  /** The report of a year that counts. */
  public Optional<CheckpointReport> report(int year) {
    return reports.stream()
        .filter(report -> report.year() == year)
        .max(Comparator.comparingInt(CheckpointReport::revision));
  }
}
