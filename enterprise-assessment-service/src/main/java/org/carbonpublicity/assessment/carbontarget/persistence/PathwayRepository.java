package org.carbonpublicity.assessment.carbontarget.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.carbontarget.SectorPathway;
import org.carbonpublicity.assessment.jdbc.Database;

/** Sector pathways; a version is written once. */
@ApplicationScoped
public class PathwayRepository {

  /** Saving waits for who saves another version. */
  private static final String LOCK =
      "select 1 from (select pg_advisory_xact_lock(hashtext('sector_pathway'))) as locked";

  private static final String LATEST =
      """
      select distinct on (id) definition, version from sector_pathway
      order by id, version desc""";
  private static final String LATEST_OF =
      """
      select definition, version from sector_pathway where id = ?
      order by version desc limit 1""";
  private static final String FIND =
      "select definition, version from sector_pathway where id = ? and version = ?";
  private static final String ADD =
      """
      insert into sector_pathway (id, version, definition, saved_at, saved_by)
      values (?, ?, ?::jsonb, ?, ?)""";

  private final Database database;
  private final StoredJson json;

  PathwayRepository(Database database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  /** The pathway as the next version of its id, or the latest one when that says the same. */
  public SectorPathway save(SectorPathway pathway, Instant now, String actor) {
    database.query(LOCK, row -> row.getInt(1));
    Optional<SectorPathway> latest = latest(pathway.id());
    if (latest.isPresent() && latest.get().equals(of(pathway, latest.get().version()))) {
      return latest.get();
    }
    SectorPathway next = of(pathway, 1 + latest.map(SectorPathway::version).orElse(0));
    database.update(
        ADD, next.id(), next.version(), json.write(next), now.atOffset(ZoneOffset.UTC), actor);
    return next;
  }

  public List<SectorPathway> latest() {
    return database.query(LATEST, this::pathway);
  }

  public Optional<SectorPathway> latest(String id) {
    return database.first(LATEST_OF, this::pathway, id);
  }

  public Optional<SectorPathway> find(String id, int version) {
    return database.first(FIND, this::pathway, id, version);
  }

  private SectorPathway pathway(ResultSet row) throws SQLException {
    return of(json.read(row.getString(1), SectorPathway.class), row.getInt(2));
  }

  private static SectorPathway of(SectorPathway pathway, int version) {
    return new SectorPathway(
        pathway.id(),
        version,
        pathway.title(),
        pathway.unit(),
        pathway.activityUnit(),
        pathway.ambition(),
        pathway.source(),
        pathway.illustrative(),
        pathway.points());
  }
}
