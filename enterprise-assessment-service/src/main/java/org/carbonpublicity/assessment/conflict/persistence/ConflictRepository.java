package org.carbonpublicity.assessment.conflict.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.carbonpublicity.assessment.conflict.Conflict;
import org.carbonpublicity.assessment.conflict.ConflictDraft;
import org.carbonpublicity.assessment.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Conflicts of interest. Lock the enterprise before declaring one. */
@ApplicationScoped
public class ConflictRepository {

  private static final String COLUMNS =
      "id, number, assessor, enterprise, reason, last_day, declared_by, declared_at, ended_by,"
          + " ended_at";
  private static final String SELECT = "select " + COLUMNS + " from conflict_of_interest ";
  private static final String HOLDS =
      " and ended_at is null and (last_day is null or last_day >= ?)";

  private final Database database;

  ConflictRepository(Database database) {
    this.database = database;
  }

  /** Whether the assessor is in conflict with the enterprise on that day. */
  public boolean exists(String assessor, String enterprise, LocalDate on) {
    return database.count(
            "select count(*) from conflict_of_interest where assessor = ? and enterprise = ?"
                + HOLDS,
            assessor,
            enterprise,
            on)
        > 0;
  }

  public Set<String> enterprisesOf(String assessor, LocalDate on) {
    return new TreeSet<>(
        database.query(
            "select enterprise from conflict_of_interest where assessor = ?" + HOLDS,
            row -> row.getString(1),
            assessor,
            on));
  }

  public Conflict add(ConflictDraft draft, String actor, Instant now) {
    return database
        .first(
            """
            insert into conflict_of_interest (id, assessor, enterprise, reason, last_day, declared_by, declared_at)
            values (?, ?, ?, ?, ?, ?, ?) returning\s"""
                + COLUMNS,
            ConflictRepository::conflict,
            UUID.randomUUID(),
            draft.assessor(),
            draft.enterprise(),
            draft.reason(),
            draft.lastDay(),
            actor,
            now.atOffset(ZoneOffset.UTC))
        .orElseThrow();
  }

  public Conflict end(UUID id, String actor, Instant now) {
    return database
        .first(
            "update conflict_of_interest set ended_by = ?, ended_at = ? where id = ? returning "
                + COLUMNS,
            ConflictRepository::conflict,
            actor,
            now.atOffset(ZoneOffset.UTC),
            id)
        .orElseThrow();
  }

  public Optional<Conflict> find(UUID id) {
    return database.first(SELECT + "where id = ?", ConflictRepository::conflict, id);
  }

  /** The conflict, locked until the transaction ends. */
  public Optional<Conflict> lock(UUID id) {
    return database.first(SELECT + "where id = ? for update", ConflictRepository::conflict, id);
  }

  public List<Conflict> list(
      @Nullable String assessor, @Nullable String enterprise, long after, int limit) {
    StringBuilder query = new StringBuilder(SELECT + "where number > ?");
    List<Object> arguments = new ArrayList<>(List.of(after));
    if (assessor != null) {
      query.append(" and assessor = ?");
      arguments.add(assessor);
    }
    if (enterprise != null) {
      query.append(" and enterprise = ?");
      arguments.add(enterprise);
    }
    arguments.add(limit);
    return database.query(
        query + " order by number limit ?", ConflictRepository::conflict, arguments.toArray());
  }

  private static Conflict conflict(ResultSet row) throws SQLException {
    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
    return new Conflict(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("assessor"),
        row.getString("enterprise"),
        row.getString("reason"),
        row.getObject("last_day", LocalDate.class),
        row.getString("declared_by"),
        row.getObject("declared_at", OffsetDateTime.class).toInstant(),
        row.getString("ended_by"),
        endedAt == null ? null : endedAt.toInstant());
  }
}
