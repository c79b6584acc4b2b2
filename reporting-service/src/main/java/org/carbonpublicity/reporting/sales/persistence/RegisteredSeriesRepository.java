package org.carbonpublicity.reporting.sales.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.sales.MatchKey;
import org.carbonpublicity.reporting.sales.RegisteredSeries;
import org.carbonpublicity.reporting.sales.SeriesKey;

/** What was registered of series without published models, with all revisions. */
@ApplicationScoped
public class RegisteredSeriesRepository {

  private static final String LATEST =
      """
      select distinct on (enterprise, series_key) enterprise, series, powertrains, prices_cny, revision,
        changed_by, changed_at
      from registered_series_revision %s order by enterprise, series_key, revision desc""";

  private static final String ADD =
      """
      insert into registered_series_revision (enterprise, series_key, revision, series, powertrains, prices_cny,
        changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Database database;

  RegisteredSeriesRepository(Database database) {
    this.database = database;
  }

  /** The latest revision of each, taken back ones among them. */
  public List<RegisteredSeries> latest() {
    return database.query(LATEST.formatted(""), RegisteredSeriesRepository::series);
  }

  public Optional<RegisteredSeries> latest(SeriesKey key) {
    return database.first(
        LATEST.formatted("where enterprise = ? and series_key = ?"),
        RegisteredSeriesRepository::series,
        key.enterprise(),
        key.series());
  }

  /** Adds a revision, in the caller's transaction. */
  public void add(RegisteredSeries series) {
    boolean takenBack = series.powertrains().isEmpty();
    int rows =
        database.with(
            connection -> {
              try (PreparedStatement add = connection.prepareStatement(ADD)) {
                add.setString(1, series.enterprise());
                add.setString(2, MatchKey.of(series.series()));
                add.setInt(3, series.revision());
                add.setString(4, series.series());
                add.setArray(
                    5,
                    takenBack
                        ? null
                        : connection.createArrayOf("text", series.powertrains().toArray()));
                add.setArray(
                    6,
                    takenBack
                        ? null
                        : connection.createArrayOf("numeric", series.pricesCny().toArray()));
                add.setString(7, series.changedBy());
                add.setObject(8, series.changedAt().atOffset(ZoneOffset.UTC));
                return add.executeUpdate();
              }
            });
    if (rows != 1) {
      throw new IllegalStateException("a registered series was not stored");
    }
  }

  private static RegisteredSeries series(ResultSet row) throws SQLException {
    Array powertrains = row.getArray(3);
    Array prices = row.getArray(4);
    return new RegisteredSeries(
        row.getString(1),
        row.getString(2),
        powertrains == null ? List.of() : List.of((String[]) powertrains.getArray()),
        prices == null ? List.of() : List.of((BigDecimal[]) prices.getArray()),
        row.getInt(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }
}
