package org.carbonpublicity.reporting.opendata.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.opendata.OpenEdition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The editions that readers see. */
@ApplicationScoped
public class OpenEditionRepository {

  private static final String SELECT =
      """
      select p.edition, coalesce(p.cut_off, (p.completed_at at time zone ?)::date) as as_of,
        p.completed_at, p.models, p.edition = s.edition as latest
      from edition_progress p join published_state s on p.edition <= s.edition
      where p.materialized_at is not null
      """;

  private final Database database;
  private final String zone;

  OpenEditionRepository(Database database, @ConfigProperty(name = "reporting.zone") String zone) {
    this.database = database;
    this.zone = zone;
  }

  public Optional<OpenEdition> find(int edition) {
    return database.first(
        SELECT + " and p.edition = ?", OpenEditionRepository::edition, zone, edition);
  }

  /** The one that is being shown now; empty before the first. */
  public Optional<OpenEdition> latest() {
    return database.first(
        SELECT + " and p.edition = s.edition", OpenEditionRepository::edition, zone);
  }

  /**
   * Editions, newest first.
   *
   * @param before only older ones than this; null for all
   */
  public List<OpenEdition> page(@Nullable Integer before, int limit) {
    return database.query(
        SELECT + " and p.edition < coalesce(?, 2147483647) order by p.edition desc limit ?",
        OpenEditionRepository::edition,
        zone,
        before,
        limit);
  }

  /** Names of the tables and figures that an edition has, each followed by / and its variant. */
  public Set<String> documents(int edition) {
    return Set.copyOf(
        database.query(
            "select name || '/' || variant from document where edition = ?",
            row -> row.getString(1),
            edition));
  }

  private static OpenEdition edition(ResultSet row) throws SQLException {
    return new OpenEdition(
        row.getInt("edition"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("completed_at", OffsetDateTime.class).toInstant(),
        row.getLong("models"),
        row.getBoolean("latest"));
  }
}
