package org.carbonpublicity.assessment.carbontarget.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonpublicity.assessment.carbontarget.Boundary;
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CheckpointReport;
import org.carbonpublicity.assessment.carbontarget.Expert;
import org.carbonpublicity.assessment.carbontarget.Panel;
import org.carbonpublicity.assessment.carbontarget.SectorPathway;
import org.carbonpublicity.assessment.carbontarget.TargetDefinition;
import org.carbonpublicity.assessment.carbontarget.TargetScope;
import org.carbonpublicity.assessment.carbontarget.TargetStage;
import org.carbonpublicity.assessment.carbontarget.TargetState;
import org.carbonpublicity.assessment.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Reads targets with what belongs to them, in three statements however many there are. */
@ApplicationScoped
class TargetRows {

  private static final String TARGETS =
      """
      select t.id, t.number, t.version, t.enterprise, e.name, t.scope, t.boundary, t.stage,
        t.state, t.committed_at, t.submission_due_on, t.round, t.approvals_needed,
        t.submitted_at, t.validated_at, t.published_at, t.withdrawn_at, t.withdrawal_reason,
        d.definition, p.definition as pathway
      from carbon_target t
      join enterprise e on e.code = t.enterprise
      left join lateral (
        select definition from carbon_target_definition
        where target = t.id order by revision desc limit 1) d on true
      left join sector_pathway p on p.id = d.definition ->> 'pathway'
        and p.version = (d.definition ->> 'pathwayVersion')::integer""";
  private static final String EXPERTS =
      """
      select x.target, x.subject, x.vote, x.reason, x.voted_at
      from carbon_target_expert x
      join carbon_target t on t.id = x.target and t.round = x.round
      where x.target = any(?::uuid[]) order by x.subject""";
  private static final String REPORTS =
      """
      select target, year, revision, value, evidence, comment, reported_at, reported_by
      from carbon_target_report where target = any(?::uuid[]) order by year, revision""";

  private final Database database;
  private final StoredJson json;

  TargetRows(Database database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  private record Owned<T>(UUID target, T value) {}

  private record Row(CarbonTarget target, @Nullable Integer approvalsNeeded) {}

  List<CarbonTarget> read(String where, @Nullable Object... arguments) {
    List<Row> found = database.query(TARGETS + where, this::row, arguments);
    if (found.isEmpty()) {
      return List.of();
    }
    String[] ids = found.stream().map(row -> row.target().id().toString()).toArray(String[]::new);
    Map<UUID, List<Expert>> experts = byTarget(database.query(EXPERTS, this::expert, (Object) ids));
    Map<UUID, List<CheckpointReport>> reports =
        byTarget(database.query(REPORTS, this::report, (Object) ids));
    List<CarbonTarget> targets = new ArrayList<>();
    for (Row row : found) {
      UUID id = row.target().id();
      Integer needed = row.approvalsNeeded();
      Panel panel = needed == null ? null : new Panel(experts.getOrDefault(id, List.of()), needed);
      targets.add(with(row.target(), panel, reports.getOrDefault(id, List.of())));
    }
    return targets;
  }

  private static <T> Map<UUID, List<T>> byTarget(List<Owned<T>> owned) {
    return owned.stream()
        .collect(
            Collectors.groupingBy(
                Owned::target, Collectors.mapping(Owned::value, Collectors.toList())));
  }

  private Row row(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    String pathway = row.getString("pathway");
    return new Row(
        new CarbonTarget(
            row.getObject("id", UUID.class),
            row.getLong("number"),
            row.getInt("version"),
            row.getString("enterprise"),
            row.getString("name"),
            TargetScope.valueOf(row.getString("scope")),
            json.read(row.getString("boundary"), Boundary.class),
            TargetStage.valueOf(row.getString("stage")),
            TargetState.valueOf(row.getString("state")),
            row.getObject("committed_at", OffsetDateTime.class).toInstant(),
            row.getObject("submission_due_on", LocalDate.class),
            row.getInt("round"),
            definition == null ? null : json.read(definition, TargetDefinition.class),
            pathway == null ? null : json.read(pathway, SectorPathway.class),
            null,
            moment(row, "submitted_at"),
            moment(row, "validated_at"),
            moment(row, "published_at"),
            moment(row, "withdrawn_at"),
            row.getString("withdrawal_reason"),
            List.of()),
        row.getObject("approvals_needed", Integer.class));
  }

  private Owned<Expert> expert(ResultSet row) throws SQLException {
    String vote = row.getString(3);
    return new Owned<>(
        row.getObject(1, UUID.class),
        new Expert(
            row.getString(2),
            vote == null ? null : Expert.Vote.valueOf(vote),
            row.getString(4),
            moment(row, "voted_at")));
  }

  private Owned<CheckpointReport> report(ResultSet row) throws SQLException {
    return new Owned<>(
        row.getObject(1, UUID.class),
        new CheckpointReport(
            row.getInt(2),
            row.getInt(3),
            row.getBigDecimal(4),
            Stream.of(json.read(row.getString(5), UUID[].class)).toList(),
            row.getString(6),
            row.getObject(7, OffsetDateTime.class).toInstant(),
            row.getString(8)));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static CarbonTarget with(
      CarbonTarget target, @Nullable Panel panel, List<CheckpointReport> reports) {
    return new CarbonTarget(
        target.id(),
        target.number(),
        target.version(),
        target.enterprise(),
        target.enterpriseName(),
        target.scope(),
        target.boundary(),
        target.stage(),
        target.recordedState(),
        target.committedAt(),
        target.submissionDueOn(),
        target.round(),
        target.definition(),
        target.pathway(),
        panel,
        target.submittedAt(),
        target.validatedAt(),
        target.publishedAt(),
        target.withdrawnAt(),
        target.withdrawalReason(),
        reports);
  }
}
