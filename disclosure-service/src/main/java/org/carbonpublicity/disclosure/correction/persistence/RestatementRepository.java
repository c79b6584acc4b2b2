package org.carbonpublicity.disclosure.correction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.carbonpublicity.disclosure.jdbc.Database;

/** What is published of an enterprise, as revisions under another one. */
@ApplicationScoped
public class RestatementRepository {

  /** What counts of every model that was ever published of an enterprise, and is still its own. */
  private static final String PUBLISHED =
      "with published as (select * from (select distinct on (f.model_code) f.* from"
          + " footprint_revision f join batch b on b.number = f.batch where b.state = 'PUBLISHED' and"
          + " f.model_code in (select model_code from footprint_revision where enterprise = ?) order"
          + " by f.model_code, b.publication desc, f.revision desc) l where enterprise = ? and not"
          + " withdrawn) ";

  private final Database database;

  RestatementRepository(Database database) {
    this.database = database;
  }

  public boolean isPublished(String enterprise) {
    return database.count(PUBLISHED + "select count(*) from published", enterprise, enterprise) > 0;
  }

  /** A batch with models of the enterprise that is being published. */
  public Optional<Integer> beingPublished(String enterprise) {
    return database.first(
        "select number from batch b where state = 'PUBLISHING' and exists (select from"
            + " footprint_revision f where f.batch = b.number and f.enterprise = ?) order by number"
            + " limit 1",
        row -> row.getInt(1),
        enterprise);
  }

  /**
   * Gives every published model of an enterprise its next revision, in a correction.
   *
   * @return models
   */
  public long restate(int batch, String from, String to, Instant at, String actor) {
    return database.update(
        PUBLISHED
            + "insert into footprint_revision (batch, revision, replaces, created_at, created_by,"
            + " enterprise, group_name, on_sale, model_name, "
            + StagedChanges.OF_THE_VEHICLE
            + ") select ?, (select max(r.revision) + 1 from footprint_revision r where r.model_code ="
            + " published.model_code), revision, ?, ?, ?, case when enterprise ="
            + " ? then group_name else coalesce((select e.group_name from enterprise e where e.code ="
            + " ?), group_name) end, on_sale, model_name, "
            + StagedChanges.OF_THE_VEHICLE
            + " from published",
        from,
        from,
        batch,
        at.atOffset(ZoneOffset.UTC),
        actor,
        to,
        to,
        to);
  }
}
