package org.carbonpublicity.reporting.update.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.update.EditionSwitch;

/** Switches that have happened, as the database knows them. */
@ApplicationScoped
public class EditionSwitchRepository {

  private static final String AFTER =
      """
      select edition, previous_edition, models, cut_off, materialized_at from edition_progress
      where materialized_at is not null and edition > ? and edition <= ? order by edition
      """;

  private final Database database;

  EditionSwitchRepository(Database database) {
    this.database = database;
  }

  /** Switches to the editions after one, up to another, in order. */
  public List<EditionSwitch> after(int edition, int upTo) {
    return database.query(
        AFTER,
        row ->
            new EditionSwitch(
                row.getInt(1),
                row.getInt(2),
                row.getLong(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, OffsetDateTime.class).toInstant()),
        edition,
        upTo);
  }
}
