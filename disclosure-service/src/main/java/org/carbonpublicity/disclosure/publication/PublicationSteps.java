package org.carbonpublicity.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.disclosure.audit.Audit;
import org.carbonpublicity.disclosure.batch.events.BatchPublished;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.disclosure.publication.events.FootprintPublished;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.OutboxBatch;
import org.carbonpublicity.messaging.Topics;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the footprints of accepted batches, in steps: each is one transaction that tells of the
 * next models and remembers how far it came, so that a crash costs one step and doubles nothing.
 * What a batch publishes is the highest revision of each of its models.
 */
@ApplicationScoped
class PublicationSteps {

  private static final int FETCH = 2_000;

  /**
   * Only the first in order, or none when another instance is at it: publications do not overtake.
   */
  private static final String NEXT =
      "select number, publication, publication_cursor, published_models, title, launch_to from batch"
          + " where publication = (select min(publication) from batch where state = 'PUBLISHING')"
          + " and state = 'PUBLISHING' for update skip locked";

  private static final String MODELS =
      "select distinct on (model_code) batch, revision, on_sale, footprint_g_per_km, curb_mass_kg,"
          + " fuel_l_per_100km, electricity_kwh_per_100km, battery_kwh, price_cny, model_code,"
          + " model_name, enterprise, group_name, brand, country_style, series, powertrain,"
          + " body_type, segment, launch_month, origin, factor_set, methodology"
          + " from footprint_revision where batch = ? and model_code > ?"
          + " order by model_code, revision desc limit ?";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;
  private final Notifications notifications;
  private final Clock clock;
  private final int eventsPerStep;

  PublicationSteps(
      Database database,
      Outbox outbox,
      Audit audit,
      Notifications notifications,
      Clock clock,
      @ConfigProperty(name = "disclosure.publication.events-per-transaction") int eventsPerStep) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.notifications = notifications;
    this.clock = clock;
    this.eventsPerStep = eventsPerStep;
  }

  private record Publication(
      int batch, int number, String cursor, long told, String title, @Nullable String launchTo) {}

  private record Naming(String name, @Nullable String group) {}

  private record Told(int models, String last) {}

  /** Takes the next step; false when there is none to take. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean next() {
    Publication publication = database.first(NEXT, PublicationSteps::map).orElse(null);
    if (publication == null) {
      return false;
    }
    Map<String, Naming> enterprises = enterprises();
    Told told = database.with(connection -> tell(connection, publication, enterprises));
    database.update(
        "update batch set publication_cursor = ?, published_models = published_models + ?,"
            + " version = version + 1 where number = ?",
        told.last(),
        told.models(),
        publication.batch());
    if (told.models() < eventsPerStep) {
      finish(publication, publication.told() + told.models());
    }
    return true;
  }

  private static Publication map(ResultSet row) throws SQLException {
    String cursor = row.getString("publication_cursor");
    return new Publication(
        row.getInt("number"),
        row.getInt("publication"),
        cursor == null ? "" : cursor,
        row.getLong("published_models"),
        row.getString("title"),
        row.getString("launch_to"));
  }

  private Map<String, Naming> enterprises() {
    Map<String, Naming> enterprises = new HashMap<>();
    database.query(
        "select code, name, group_name from enterprise",
        row ->
            enterprises.put(row.getString(1), new Naming(row.getString(2), row.getString(3)))
                == null);
    return enterprises;
  }

  private Told tell(Connection connection, Publication publication, Map<String, Naming> enterprises)
      throws SQLException {
    int models = 0;
    String last = publication.cursor();
    FootprintPublished writer = new FootprintPublished(publication.number());
    try (PreparedStatement select = connection.prepareStatement(MODELS);
        OutboxBatch events = outbox.batch(Topics.FOOTPRINTS, FootprintPublished.TYPE)) {
      select.setFetchSize(FETCH);
      select.setInt(1, publication.batch());
      select.setString(2, publication.cursor());
      select.setInt(3, eventsPerStep);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Naming enterprise = enterprises.get(row.getString("enterprise"));
          if (enterprise == null) {
            throw new IllegalStateException("no enterprise " + row.getString("enterprise"));
          }
          writer.append(events, row, enterprise.name(), enterprise.group());
          last = row.getString("model_code");
          models++;
        }
      }
    }
    return new Told(models, last);
  }

  private void finish(Publication publication, long footprints) {
    Instant now = clock.instant();
    database.update(
        "update batch set state = 'PUBLISHED', published_at = ? where number = ?",
        now.atOffset(ZoneOffset.UTC),
        publication.batch());
    outbox.append(
        Topics.BATCHES,
        BatchPublished.TYPE,
        String.valueOf(publication.batch()),
        new BatchPublished(
            publication.batch(),
            publication.number(),
            publication.title(),
            footprints,
            publication.launchTo() == null
                ? null
                : YearMonth.parse(publication.launchTo()).atEndOfMonth(),
            now));
    audit.record(
        "batch-published",
        "batch/" + publication.batch(),
        Map.of("publication", publication.number(), "footprints", footprints));
    notifications.published(publication.batch());
  }
}
