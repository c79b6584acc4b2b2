package org.carbonpublicity.disclosure.publication.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.publication.Publication;
import org.carbonpublicity.disclosure.publication.Told;
import org.jspecify.annotations.Nullable;

/** How far the publications of batches have come, and what they tell of. */
@ApplicationScoped
public class PublicationRepository {

  private static final int FETCH = 2_000;

  /**
   * Only the first in order, or none when another instance is at it: publications do not overtake.
   */
  private static final String NEXT =
      "select number, publication, publication_cursor, published_models, title, launch_to, cut_off,"
          + " reason from batch"
          + " where publication = (select min(publication) from batch where state = 'PUBLISHING')"
          + " and state = 'PUBLISHING' for no key update skip locked";

  private static final String MODELS =
      "select distinct on (model_code) batch, revision, on_sale, footprint_g_per_km, curb_mass_kg,"
          + " fuel_l_per_100km, electricity_kwh_per_100km, battery_kwh, price_cny, model_code,"
          + " model_name, enterprise, group_name, brand, country_style, series, powertrain,"
          + " body_type, segment, launch_month, origin, factor_set, methodology,"
          + " withdrawn, merged_into"
          + " from footprint_revision where batch = ? and model_code > ?"
          + " order by model_code, revision desc limit ?";

  private final Database database;

  PublicationRepository(Database database) {
    this.database = database;
  }

  /** Takes a model as it stands in a row, with its enterprise. */
  @FunctionalInterface
  public interface Reader {
    void read(ResultSet row, String enterpriseName, @Nullable String group) throws SQLException;
  }

  private record Naming(String name, @Nullable String group) {}

  /** The publication whose turn it is, its row locked until the transaction ends. */
  public Optional<Publication> next() {
    return database.first(NEXT, PublicationRepository::map);
  }

  /** Reads the next models of a publication, by code. */
  public Told read(Publication publication, int limit, Reader reader) {
    Map<String, Naming> enterprises = enterprises();
    return database.with(connection -> read(connection, publication, limit, enterprises, reader));
  }

  /** Models that a batch withdraws; one revision each. */
  public long withdrawals(Publication publication) {
    return database.count(
        "select count(*) from footprint_revision where batch = ? and withdrawn",
        publication.batch());
  }

  /** Remembers how far a publication came. */
  public void advance(Publication publication, Told told) {
    database.update(
        "update batch set publication_cursor = ?, published_models = published_models + ?,"
            + " version = version + 1 where number = ?",
        told.last(),
        told.models(),
        publication.batch());
  }

  public void finish(Publication publication, Instant at) {
    database.update(
        "update batch set state = 'PUBLISHED', published_at = ? where number = ?",
        at.atOffset(ZoneOffset.UTC),
        publication.batch());
  }

  private static Told read(
      Connection connection,
      Publication publication,
      int limit,
      Map<String, Naming> enterprises,
      Reader reader)
      throws SQLException {
    int models = 0;
    String last = publication.cursor();
    try (PreparedStatement select = connection.prepareStatement(MODELS)) {
      select.setFetchSize(FETCH);
      select.setInt(1, publication.batch());
      select.setString(2, publication.cursor());
      select.setInt(3, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Naming enterprise = enterprises.get(row.getString("enterprise"));
          if (enterprise == null) {
            throw new IllegalStateException("no enterprise " + row.getString("enterprise"));
          }
          reader.read(row, enterprise.name(), enterprise.group());
          last = row.getString("model_code");
          models++;
        }
      }
    }
    return new Told(models, last);
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

  private static Publication map(ResultSet row) throws SQLException {
    String cursor = row.getString("publication_cursor");
    String launchTo = row.getString("launch_to");
    LocalDate cutOff = row.getObject("cut_off", LocalDate.class);
    if (cutOff == null && launchTo != null) {
      cutOff = YearMonth.parse(launchTo).atEndOfMonth();
    }
    return new Publication(
        row.getInt("number"),
        row.getInt("publication"),
        cursor == null ? "" : cursor,
        row.getLong("published_models"),
        row.getString("title"),
        cutOff,
        row.getString("reason"));
  }
}
