package org.carbonpublicity.disclosure.outlier.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.outlier.Outlier;
import org.carbonpublicity.disclosure.outlier.Outlier.Kind;
import org.carbonpublicity.disclosure.outlier.Outlier.Remark;
import org.carbonpublicity.disclosure.outlier.OutlierRule;
import org.carbonpublicity.disclosure.outlier.OutlierState;
import org.jspecify.annotations.Nullable;

/** The outlier queue. */
@ApplicationScoped
public class OutlierRepository {

  /** In the place of a batch's number: there is none. */
  public static final int NONE = 0;

  private static final String SELECT =
      "select o.id, o.batch, o.model_code, o.revision, o.enterprise, o.rule, o.state,"
          + " o.evidence::text, o.found_at, o.changed_at from outlier o where o.batch = ? and "
          + "(? or (o.enterprise = any (?) and exists (select from outlier_remark r where r.outlier"
          + " = o.id and r.kind = 'QUESTION') and exists (select from batch b where b.number ="
          + " o.batch and b.state <> 'DRAFT')))";

  private final Database database;

  OutlierRepository(Database database) {
    this.database = database;
  }

  /**
   * Who looks: an analyst sees all, an automaker what it was asked about its own models.
   *
   * @param enterprises codes the caller speaks for
   */
  public record Viewer(boolean analyst, Set<String> enterprises) {}

  /** The last outlier of the page before. */
  public record After(String modelCode, String rule) {}

  public void requestScan(int batch) {
    database.update("insert into outlier_scan_request (batch) values (?)", batch);
  }

  /** Outliers by model and rule, after a place. */
  public List<Outlier> list(
      int batch,
      @Nullable OutlierState state,
      @Nullable OutlierRule rule,
      After after,
      int limit,
      Viewer viewer) {
    List<@Nullable Object> arguments = arguments(batch, viewer);
    StringBuilder sql = new StringBuilder(SELECT).append(" and (o.model_code, o.rule) > (?, ?)");
    arguments.add(after.modelCode());
    arguments.add(after.rule());
    if (state != null) {
      sql.append(" and o.state = ?");
      arguments.add(state.name());
    }
    if (rule != null) {
      sql.append(" and o.rule = ?");
      arguments.add(rule.key());
    }
    sql.append(" order by o.model_code, o.rule limit ?");
    arguments.add(limit);
    List<Outlier> found =
        database.query(sql.toString(), OutlierRepository::map, arguments.toArray());
    return found.stream().map(outlier -> withRemarks(outlier, viewer)).toList();
  }

  public Optional<Outlier> find(int batch, UUID id, Viewer viewer) {
    return one("", batch, id, viewer);
  }

  /** The outlier, locked until the transaction ends. */
  public Optional<Outlier> lock(int batch, UUID id, Viewer viewer) {
    return one(" for update of o", batch, id, viewer);
  }

  private Optional<Outlier> one(String lock, int batch, UUID id, Viewer viewer) {
    List<@Nullable Object> arguments = arguments(batch, viewer);
    arguments.add(id);
    return database
        .first(SELECT + " and o.id = ?" + lock, OutlierRepository::map, arguments.toArray())
        .map(outlier -> withRemarks(outlier, viewer));
  }

  private static List<@Nullable Object> arguments(int batch, Viewer viewer) {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(batch);
    arguments.add(viewer.analyst());
    arguments.add(viewer.enterprises().toArray(String[]::new));
    return arguments;
  }

  /** Writes what was said, and the state that it leads to; the outlier is locked. */
  public void remark(UUID id, OutlierState next, Kind kind, String text, String actor, Instant at) {
    OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
    database.update(
        "insert into outlier_remark (outlier, number, kind, text, actor, at) select ?,"
            + " coalesce(max(number), 0) + 1, ?, ?, ?, ? from outlier_remark where outlier = ?",
        id,
        kind.name(),
        text,
        actor,
        now,
        id);
    database.update(
        "update outlier set state = ?, changed_at = ? where id = ?", next.name(), now, id);
  }

  private Outlier withRemarks(Outlier o, Viewer viewer) {
    List<Remark> remarks =
        database.query(
            "select kind, text, actor, at from outlier_remark where outlier = ? order by number",
            row ->
                new Remark(
                    Kind.valueOf(row.getString(1)),
                    row.getString(2),
                    viewer.analyst() ? row.getString(3) : null,
                    row.getObject(4, OffsetDateTime.class).toInstant()),
            UUID.fromString(o.id()));
    return new Outlier(
        o.id(),
        o.batch(),
        o.modelCode(),
        o.revision(),
        o.enterprise(),
        o.rule(),
        o.state(),
        o.evidence(),
        remarks,
        o.foundAt(),
        o.changedAt());
  }

  private static Outlier map(ResultSet row) throws SQLException {
    return new Outlier(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        row.getString(6),
        OutlierState.valueOf(row.getString(7)),
        row.getString(8),
        List.of(),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getObject(10, OffsetDateTime.class).toInstant());
  }
}
