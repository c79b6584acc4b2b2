package org.carbonpublicity.reporting.sales.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.sales.Sale;
import org.carbonpublicity.reporting.sales.SeriesKey;
import org.jspecify.annotations.Nullable;

/** Sales with all their revisions. Whoever writes holds the lock of the published state. */
@ApplicationScoped
public class SaleRepository {

  private static final String COLUMNS =
      """
      s.month, s.enterprise, s.series_key, s.series, s.units_sold, s.revision, i.imported_at, i.imported_by""";

  private static final String LATEST =
      """
      select distinct on (month, enterprise, series_key) * from sale_revision
      %s order by month, enterprise, series_key, revision desc""";

  private static final String CURRENT =
      "select " + COLUMNS + " from (" + LATEST + ") s join sales_import i on i.id = s.import_id";

  private static final String INSERT =
      """
      insert into sale_revision (month, enterprise, series_key, revision, series, units_sold, import_id)
      values (?, ?, ?, ?, ?, ?, ?)""";

  private final Database database;
  private final AgroalDataSource dataSource;

  SaleRepository(Database database, AgroalDataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
  }

  /** Where a page of sales ended. */
  public record Position(String month, String enterprise, String seriesKey) {}

  /** Whether anything was ever said to be sold. */
  public boolean any() {
    return database.count("select count(*) from (select from sale_revision limit 1) s") > 0;
  }

  /** What counts of all months: latest revisions that were not withdrawn. */
  public List<Sale> counting() {
    return database.query(
        CURRENT.formatted("") + " where s.units_sold is not null", SaleRepository::sale);
  }

  /** What counts of a month. */
  public List<Sale> counting(String month) {
    return database.query(
        CURRENT.formatted("where month = ?")
            + " where s.units_sold is not null order by s.enterprise, s.series_key",
        SaleRepository::sale,
        month);
  }

  /**
   * A page of what counts, by month, enterprise and series.
   *
   * @param month null for all
   * @param enterprises codes; null for all
   * @param after where the page before ended; null for the first
   */
  public List<Sale> page(
      @Nullable String month,
      @Nullable Set<String> enterprises,
      @Nullable Position after,
      int limit) {
    String codes = enterprises == null ? null : String.join("\n", enterprises);
    return database.query(
        CURRENT.formatted(
                """
                where (?::text is null or month = ?) and (?::text is null or enterprise = any (string_to_array(?, chr(10))))
                  and (?::text is null or (month, enterprise, series_key) > (?, ?, ? collate "C"))""")
            + """
               where s.units_sold is not null
              order by s.month, s.enterprise, s.series_key limit ?""",
        SaleRepository::sale,
        month,
        month,
        codes,
        codes,
        after == null ? null : after.month(),
        after == null ? null : after.month(),
        after == null ? null : after.enterprise(),
        after == null ? null : after.seriesKey(),
        limit);
  }

  /** Everything that was ever said of a row, first to last. */
  public List<Sale> revisions(String month, SeriesKey key) {
    return database.query(
        "select "
            + COLUMNS
            + """
               from sale_revision s join sales_import i on i.id = s.import_id
              where s.month = ? and s.enterprise = ? and s.series_key = ? order by s.revision""",
        SaleRepository::sale,
        month,
        key.enterprise(),
        key.series());
  }

  /** Latest revisions of months, withdrawn ones among them. */
  public Map<String, Map<SeriesKey, Sale>> latest(Collection<String> months) {
    return database.with(
        connection -> {
          Map<String, Map<SeriesKey, Sale>> latest = new HashMap<>();
          try (PreparedStatement select =
              connection.prepareStatement(CURRENT.formatted("where month = any (?)"))) {
            select.setArray(1, connection.createArrayOf("text", months.toArray()));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                Sale sale = sale(row);
                latest
                    .computeIfAbsent(sale.month(), month -> new HashMap<>())
                    .put(sale.key(), sale);
              }
            }
          }
          return latest;
        });
  }

  /**
   * Stores an import and the revisions that it makes, in the caller's transaction.
   *
   * @param revisions all recorded by the same person at the same moment
   */
  public void store(SalesImportRecord record, List<Sale> revisions) {
    long id =
        database
            .first(
                """
                insert into sales_import (imported_by, imported_at, file_sha256, rows_read,
                  rows_accepted, rows_rejected) values (?, ?, ?, ?, ?, ?) returning id""",
                row -> row.getLong(1),
                record.importedBy(),
                record.importedAt().atOffset(ZoneOffset.UTC),
                record.fileSha256(),
                record.rowsRead(),
                record.rowsAccepted(),
                record.rowsRejected())
            .orElseThrow();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Sale sale : revisions) {
        insert.setString(1, sale.month());
        insert.setString(2, sale.key().enterprise());
        insert.setString(3, sale.key().series());
        insert.setInt(4, sale.revision());
        insert.setString(5, sale.series());
        insert.setObject(6, sale.unitsSold());
        insert.setLong(7, id);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("sales were not stored", e);
    }
  }

  private static Sale sale(ResultSet row) throws SQLException {
    long units = row.getLong(5);
    Long unitsSold = row.wasNull() ? null : units;
    return new Sale(
        row.getString(1),
        new SeriesKey(row.getString(2), row.getString(3)),
        row.getString(4),
        unitsSold,
        row.getInt(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getString(8));
  }
}
