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
 * Differences between editions. Both are read in the order of codes and compared by the database,
 * from the cursor on.
 */
@ApplicationScoped
public class ModelChangeRepository {

  private static final String SELECT =
      """
      with a as not materialized (select * from model_rating
          where edition = ? and model_code collate "C" > ?),
        b as not materialized (select * from model_rating
          where edition = ? and model_code collate "C" > ?)
      select coalesce(b.model_code, a.model_code) as model_code,
        coalesce(b.model_name, a.model_name) as model_name,
        coalesce(b.enterprise, a.enterprise) as enterprise,
        coalesce(b.enterprise_name, a.enterprise_name) as enterprise_name,
        a.model_code is null as added, b.model_code is null as withdrawn,
        (select w.merged_into from withdrawn_model w
          where b.model_code is null and w.model_code = a.model_code
            and w.edition > ? and w.edition <= ?
          order by w.edition desc limit 1) as merged_into,
        %s
      from a full join b on b.model_code collate "C" = a.model_code collate "C"
      where a.model_code is null or b.model_code is null or %s
      order by coalesce(b.model_code, a.model_code) collate "C"
      limit ?
      """
          .formatted(
              ModelField.COMPARED.stream()
                  .map(
                      f ->
                          "a.%1$s::text as before_%1$s, b.%1$s::text as after_%1$s, a.%1$s is distinct from b.%1$s as differs_%1$s"
                              .formatted(f.column()))
                  .collect(Collectors.joining(",\n  ")),
              ModelField.COMPARED.stream()
                  .map(f -> "a.%1$s is distinct from b.%1$s".formatted(f.column()))
                  .collect(Collectors.joining(" or ")));

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
        SELECT, ModelChangeRepository::change, since, from, until, from, since, until, limit);
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
