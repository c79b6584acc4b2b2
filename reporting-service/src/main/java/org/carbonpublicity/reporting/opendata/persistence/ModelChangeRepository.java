package org.carbonpublicity.reporting.opendata.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.opendata.ModelChange;
import org.carbonpublicity.reporting.opendata.ModelChange.FieldChange;
import org.carbonpublicity.reporting.opendata.ModelChange.Kind;
import org.carbonpublicity.reporting.opendata.ModelField;
import org.jspecify.annotations.Nullable;

/**
 * Differences between editions. Both are read in the order of codes from the cursor on, by their
 * indexes, until the page is full: models of the later edition beside those of the earlier one, and
 * models that only the earlier one has.
 */
@ApplicationScoped
public class ModelChangeRepository {

  private static final String SELECT =
      """
      select * from (
        (select b.model_code, b.model_name, b.enterprise, b.enterprise_name,
            a.model_code is null as added, false as withdrawn, null::text as merged_into,
            %s
          from model_rating b left join model_rating a on a.edition = ?
            and a.model_code collate "C" > ? and a.model_code collate "C" = b.model_code collate "C"
          where b.edition = ? and b.model_code collate "C" > ?
            and (a.model_code is null or %s)
          order by b.model_code collate "C" limit ?)
        union all
        (select a.model_code, a.model_name, a.enterprise, a.enterprise_name, false, true,
            (select w.merged_into from withdrawn_model w
              where w.model_code = a.model_code and w.edition > ? and w.edition <= ?
              order by w.edition desc limit 1),
            %s
          from model_rating a
          where a.edition = ? and a.model_code collate "C" > ?
            and not exists (select from model_rating b where b.edition = ?
              and b.model_code collate "C" > ? and b.model_code collate "C" = a.model_code collate "C")
          order by a.model_code collate "C" limit ?)
      ) changes
      order by model_code collate "C" limit ?
      """
          .formatted(
              each(
                  ", ",
                  "a.%1$s::text as before_%1$s, b.%1$s::text as after_%1$s, "
                      + "a.%1$s is distinct from b.%1$s as differs_%1$s"),
              each(" or ", "a.%1$s is distinct from b.%1$s"),
              each(", ", "a.%1$s::text, null::text, a.%1$s is not null"));

  private static String each(String separator, String sql) {
    return ModelField.COMPARED.stream()
        .map(field -> sql.formatted(field.column()))
        .collect(Collectors.joining(separator));
  }

  private final Database database;

  ModelChangeRepository(Database database) {
    this.database = database;
  }

  /**
   * Models that differ between two editions, by code.
   *
   * @param since the earlier one; 0 is without models
   * @param after code that they come after; null for the first
   */
  public List<ModelChange> between(int since, int until, @Nullable String after, int limit) {
    // No code is empty.
    String from = after == null ? "" : after;
    return database.query(
        SELECT,
        ModelChangeRepository::change,
        since,
        from,
        until,
        from,
        limit,
        since,
        until,
        since,
        from,
        until,
        from,
        limit,
        limit);
  }

  private static ModelChange change(ResultSet row) throws SQLException {
    List<FieldChange> fields = new ArrayList<>();
    for (ModelField field : ModelField.COMPARED) {
      if (row.getBoolean("differs_" + field.column())) {
        fields.add(
            new FieldChange(
                field,
                row.getString("before_" + field.column()),
                row.getString("after_" + field.column())));
      }
    }
    return new ModelChange(
        Objects.requireNonNull(row.getString("model_code")),
        Objects.requireNonNull(row.getString("model_name")),
        Objects.requireNonNull(row.getString("enterprise")),
        Objects.requireNonNull(row.getString("enterprise_name")),
        kind(row),
        row.getString("merged_into"),
        fields);
  }

  private static Kind kind(ResultSet row) throws SQLException {
    if (row.getBoolean("added")) {
      return Kind.ADDED;
    }
    return row.getBoolean("withdrawn") ? Kind.WITHDRAWN : Kind.CHANGED;
  }
}
