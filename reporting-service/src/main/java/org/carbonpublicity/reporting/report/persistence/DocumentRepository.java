package org.carbonpublicity.reporting.report.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.reporting.report.Document;
import org.carbonpublicity.reporting.report.Document.Scope;
import org.jspecify.annotations.Nullable;

/** The documents of all editions. */
@ApplicationScoped
public class DocumentRepository {

  private static final TypeReference<List<Map<String, @Nullable Object>>> ROWS =
      new TypeReference<>() {};

  private static final TypeReference<Scope> SCOPE = new TypeReference<>() {};

  /** Decimals keep the digits they are displayed with. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String SAVE =
      """
      insert into document (edition, name, variant, as_of, rows, histogram, scope)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (edition, name, variant) do update
      set as_of = excluded.as_of, rows = excluded.rows, histogram = excluded.histogram,
          scope = excluded.scope
      """;
  private static final String FIND =
      "select as_of, rows, histogram, scope from document where edition = ? and name = ? and variant"
          + " = ?";
  private static final String CARRY_FORWARD =
      """
      insert into document (edition, name, variant, as_of, rows, histogram, scope)
      select ?, name, variant, as_of, rows, histogram, scope from document
      where edition = ? and name = any (?)
      """;

  private final AgroalDataSource dataSource;

  DocumentRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Writes documents of an edition, in place of what it has under their names. */
  public void save(int edition, List<Document> documents) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement save = connection.prepareStatement(SAVE)) {
      for (Document document : documents) {
        save.setInt(1, edition);
        save.setString(2, document.name());
        save.setString(3, document.variant());
        save.setObject(4, document.asOf());
        save.setString(5, json(document.rows()));
        save.setString(6, document.histogram() == null ? null : json(document.histogram()));
        save.setString(7, document.scope() == null ? null : json(document.scope()));
        save.addBatch();
      }
      save.executeBatch();
    }
  }

  /** Gives an edition these documents in place of all that it has under any of these names. */
  public void replace(int edition, List<String> names, List<Document> documents)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from document where edition = ? and name = any (?)")) {
      delete.setInt(1, edition);
      delete.setArray(2, connection.createArrayOf("text", names.toArray()));
      delete.executeUpdate();
    }
    save(edition, documents);
  }

  public Optional<Document> find(int edition, String name, String variant) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setInt(1, edition);
      find.setString(2, name);
      find.setString(3, variant);
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String histogram = row.getString(3);
        String scope = row.getString(4);
        return Optional.of(
            new Document(
                name,
                variant,
                row.getObject(1, LocalDate.class),
                rows(row.getString(2)),
                histogram == null ? null : rows(histogram),
                scope == null ? null : parse(scope, SCOPE)));
      }
    }
  }

  /** Gives an edition the documents of these names as another edition has them. */
  public void carryForward(int from, int to, List<String> names) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement copy = connection.prepareStatement(CARRY_FORWARD)) {
      copy.setInt(1, to);
      copy.setInt(2, from);
      copy.setArray(3, connection.createArrayOf("text", names.toArray()));
      copy.executeUpdate();
    }
  }

  private static String json(Object rows) {
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of plain values are always JSON", e);
    }
  }

  private static List<Map<String, @Nullable Object>> rows(String json) {
    return parse(json, ROWS);
  }

  private static <T> T parse(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored document is not JSON", e);
    }
  }
}
