package org.carbonpublicity.disclosure.outlier.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.outlier.Candidate;
import org.carbonpublicity.disclosure.outlier.Finding;
import org.carbonpublicity.disclosure.outlier.Population;
import org.jspecify.annotations.Nullable;

/** What a scan reads and writes: models as a stream, findings as a set. */
@ApplicationScoped
public class ScanRepository {

  private static final int FETCH = 2_000;

  /** The present revision of each model of the batch, beside its first one. */
  private static final String CANDIDATES =
      "select * from (select distinct on (model_code) model_code, revision, enterprise, series,"
          + " powertrain, curb_mass_kg::float8, fuel_l_per_100km::float8,"
          + " electricity_kwh_per_100km::float8, battery_kwh::float8, footprint_g_per_km::float8,"
          + " first_value(footprint_g_per_km::float8) over (partition by model_code order by"
          + " revision) from footprint_revision where batch = ? order by model_code, revision desc)"
          + " c order by enterprise, series, powertrain, model_code";

  /** The batch itself and what is published and on sale; of a model in both, the batch's. */
  private static final String POPULATION =
      "select powertrain, curb_mass_kg::float8, footprint_g_per_km::float8 from (select distinct on"
          + " (f.model_code) f.model_code, f.powertrain, f.curb_mass_kg, f.footprint_g_per_km,"
          + " f.on_sale and not f.withdrawn as on_sale from footprint_revision f join batch b on b.number = f.batch where b.number"
          + " = ? or b.state = 'PUBLISHED' order by f.model_code, b.number = ? desc, f.revision"
          + " desc) p where on_sale and curb_mass_kg is not null order by powertrain, curb_mass_kg,"
          + " model_code";

  private final Database database;
  private final ObjectMapper json;

  ScanRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Takes all requests of one batch that no other instance scans; {@link OutlierRepository#NONE}
   * when there is none.
   */
  public int takeRequest() {
    List<Integer> waiting =
        database.query(
            "select batch from outlier_scan_request group by batch order by min(id)",
            row -> row.getInt(1));
    for (int batch : waiting) {
      boolean mine =
          database
              .first(
                  "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                  row -> row.getBoolean(1),
                  "outlier-scan " + batch)
              .orElse(false);
      // Another instance may have answered them between the two statements.
      if (mine && database.update("delete from outlier_scan_request where batch = ?", batch) > 0) {
        return batch;
      }
    }
    return OutlierRepository.NONE;
  }

  public void population(int batch, Population population) {
    stream(
        POPULATION,
        row -> population.add(row.getString(1), row.getDouble(2), row.getDouble(3)),
        batch,
        batch);
  }

  /** Gives the models of a batch, by enterprise, series and powertrain; answers their number. */
  public long candidates(int batch, Consumer<Candidate> models) {
    return stream(
        CANDIDATES,
        row ->
            models.accept(
                new Candidate(
                    row.getString(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, Double.class),
                    row.getObject(7, Double.class),
                    row.getObject(8, Double.class),
                    row.getObject(9, Double.class),
                    row.getDouble(10),
                    row.getDouble(11))),
        batch);
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private long stream(String sql, Row each, Object... arguments) {
    return database.with(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            for (int i = 0; i < arguments.length; i++) {
              select.setObject(i + 1, arguments[i]);
            }
            long rows = 0;
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                each.read(row);
                rows++;
              }
            }
            return rows;
          }
        });
  }

  /** A place for what the scan finds, kept until the transaction ends. */
  public FoundOutliers found(int batch) {
    database.update(
        "create temporary table found (model_code text collate \"C\" not null, rule text collate"
            + " \"C\" not null, enterprise text not null, revision integer not null, evidence text"
            + " not null) on commit drop");
    return new FoundOutliers(batch);
  }

  /** Findings on their way, a thousand a statement. */
  public final class FoundOutliers implements AutoCloseable {

    private static final int CHUNK = 1_000;

    private final int batch;
    private final List<Finding> chunk = new ArrayList<>();

    private FoundOutliers(int batch) {
      this.batch = batch;
    }

    public void add(Finding finding) {
      chunk.add(finding);
      if (chunk.size() == CHUNK) {
        write();
      }
    }

    private void write() {
      database.with(this::insert);
      chunk.clear();
    }

    private int insert(Connection connection) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement("insert into found values (?, ?, ?, ?, ?)")) {
        for (Finding finding : chunk) {
          insert.setString(1, finding.model().modelCode());
          insert.setString(2, finding.rule().key());
          insert.setString(3, finding.model().enterprise());
          insert.setInt(4, finding.model().revision());
          insert.setString(5, json(finding));
          insert.addBatch();
        }
        return insert.executeBatch().length;
      }
    }

    private String json(Finding finding) {
      try {
        return json.writeValueAsString(finding.evidence());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("evidence of batch " + batch, e);
      }
    }

    @Override
    public void close() {
      write();
    }
  }

  /**
   * Brings the queue to what was found. What was said of an outlier stays valid as long as the
   * model's revision is the one it was said of; a new revision that still stands out is open again,
   * and a question stays one until it is answered.
   */
  public void merge(int batch, long models, Instant at) {
    OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
    database.update("analyze found");
    database.update(
        "update outlier o set revision = f.revision, evidence = f.evidence::jsonb, enterprise ="
            + " f.enterprise, state = case o.state when 'QUESTIONED' then 'QUESTIONED' else 'OPEN' end,"
            + " changed_at = ? from found f where o.batch = ? and"
            + " o.model_code = f.model_code and o.rule = f.rule and (o.revision <> f.revision or"
            + " o.state = 'RESOLVED')",
        now,
        batch);
    database.update(
        "insert into outlier (id, batch, model_code, rule, enterprise, revision, evidence, state,"
            + " found_at, changed_at) select gen_random_uuid(), ?, model_code, rule, enterprise,"
            + " revision, evidence::jsonb, 'OPEN', ?, ? from found on conflict (batch, model_code,"
            + " rule) do nothing",
        batch,
        now,
        now);
    database.update(
        "update outlier o set state = 'RESOLVED', changed_at = ? where o.batch = ? and o.state in"
            + " ('OPEN', 'QUESTIONED', 'ANSWERED') and not exists (select from found f where"
            + " f.model_code = o.model_code and f.rule = o.rule)",
        now,
        batch);
    database.update(
        "insert into outlier_scan (batch, models, scanned_at) values (?, ?, ?) on conflict (batch)"
            + " do update set models = excluded.models, scanned_at = excluded.scanned_at",
        batch,
        models,
        now);
  }

  /**
   * How far the scans of a batch are.
   *
   * @param pending a change has not been looked at yet
   * @param scannedAt null before the first scan
   */
  public record Progress(boolean pending, @Nullable Instant scannedAt, long open) {}

  public Progress progress(int batch) {
    return database
        .first(
            "select exists (select from outlier_scan_request where batch = ?), (select scanned_at"
                + " from outlier_scan where batch = ?), (select count(*) from outlier where batch ="
                + " ? and state in ('OPEN', 'QUESTIONED', 'ANSWERED'))",
            row -> {
              OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
              return new Progress(
                  row.getBoolean(1), at == null ? null : at.toInstant(), row.getLong(3));
            },
            batch,
            batch,
            batch)
        .orElseThrow();
  }
}
