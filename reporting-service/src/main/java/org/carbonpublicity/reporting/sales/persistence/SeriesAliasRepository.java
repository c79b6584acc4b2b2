package org.carbonpublicity.reporting.sales.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.sales.MatchKey;
import org.carbonpublicity.reporting.sales.SeriesAlias;
import org.carbonpublicity.reporting.sales.SeriesKey;

/** Aliases of series with all their revisions. */
@ApplicationScoped
public class SeriesAliasRepository {

  private static final String LATEST =
      """
      select distinct on (enterprise, name_key) enterprise, name, target_enterprise, target_series, revision,
        changed_by, changed_at
      from series_alias_revision %s order by enterprise, name_key, revision desc""";

  private final Database database;

  SeriesAliasRepository(Database database) {
    this.database = database;
  }

  /** The latest revision of each, taken back ones among them. */
  public List<SeriesAlias> latest() {
    return database.query(LATEST.formatted(""), SeriesAliasRepository::alias);
  }

  public Optional<SeriesAlias> latest(SeriesKey key) {
    return database.first(
        LATEST.formatted("where enterprise = ? and name_key = ?"),
        SeriesAliasRepository::alias,
        key.enterprise(),
        key.series());
  }

  /** Adds a revision, in the caller's transaction. */
  public void add(SeriesAlias alias) {
    database.update(
        """
        insert into series_alias_revision (enterprise, name_key, revision, name, target_enterprise,
          target_series, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)""",
        alias.enterprise(),
        MatchKey.of(alias.name()),
        alias.revision(),
        alias.name(),
        alias.targetEnterprise(),
        alias.targetSeries(),
        alias.changedBy(),
        alias.changedAt().atOffset(ZoneOffset.UTC));
  }

  private static SeriesAlias alias(ResultSet row) throws SQLException {
    return new SeriesAlias(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }
}
