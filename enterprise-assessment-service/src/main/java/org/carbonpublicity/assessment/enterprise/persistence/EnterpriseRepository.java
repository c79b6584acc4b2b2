package org.carbonpublicity.assessment.enterprise.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonpublicity.assessment.enterprise.Enterprise;

/** Enterprises and their locks. */
@ApplicationScoped
public class EnterpriseRepository {

  private static final String SAVE =
      """
      insert into enterprise (code, name, group_name, aliases, revision) values (?, ?, ?, ?, ?)
      on conflict (code) do update set name = excluded.name, group_name = excluded.group_name,
        aliases = excluded.aliases, revision = excluded.revision
      where enterprise.revision < excluded.revision""";
  private static final String LOCK =
      """
      select code, name, group_name, aliases, revision from enterprise
      where code = any(?) order by code for update""";

  private final AgroalDataSource dataSource;

  EnterpriseRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Writes enterprises down, unless a later revision is there; give them in the order of codes. */
  public void save(Collection<Enterprise> enterprises) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SAVE)) {
      for (Enterprise enterprise : enterprises) {
        statement.setString(1, enterprise.code());
        statement.setString(2, enterprise.name());
        statement.setString(3, enterprise.group());
        statement.setArray(4, texts(connection, enterprise.aliases()));
        statement.setLong(5, enterprise.revision());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("enterprises could not be saved", e);
    }
  }

  /** The enterprise, locked until the transaction ends. */
  public Optional<Enterprise> lock(String code) {
    return Optional.ofNullable(lock(List.of(code)).get(code));
  }

  /** The enterprises that are known, by code, locked until the transaction ends. */
  public Map<String, Enterprise> lock(Collection<String> codes) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, texts(connection, codes));
      try (ResultSet rows = statement.executeQuery()) {
        Map<String, Enterprise> found = new TreeMap<>();
        while (rows.next()) {
          Enterprise enterprise =
              new Enterprise(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  List.of((String[]) rows.getArray(4).getArray()),
                  rows.getLong(5));
          found.put(enterprise.code(), enterprise);
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("enterprises could not be locked", e);
    }
  }

  private static Array texts(Connection connection, Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
