package org.carbonpublicity.reporting.sales.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.sales.Enterprise;

/** Enterprises as disclosure registers them. */
@ApplicationScoped
public class EnterpriseRepository {

  // A redriven event may be older than what is known by now.
  private static final String SAVE =
      """
      insert into enterprise (code, name, aliases, merged_into, revision) values (?, ?, ?, ?, ?)
      on conflict (code) do update set name = excluded.name, aliases = excluded.aliases,
        merged_into = excluded.merged_into, revision = excluded.revision
      where enterprise.revision < excluded.revision""";

  private final Database database;
  private final AgroalDataSource dataSource;

  EnterpriseRepository(Database database, AgroalDataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
  }

  public List<Enterprise> all() {
    return database.query(
        "select code, name, aliases, merged_into, revision from enterprise",
        row ->
            new Enterprise(
                row.getString(1),
                row.getString(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getString(4),
                row.getLong(5)));
  }

  /** Writes enterprises down, unless a later revision is there; give them in the order of codes. */
  public void save(Collection<Enterprise> enterprises) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement save = connection.prepareStatement(SAVE)) {
      for (Enterprise enterprise : enterprises) {
        save.setString(1, enterprise.code());
        save.setString(2, enterprise.name());
        save.setArray(3, connection.createArrayOf("text", enterprise.aliases().toArray()));
        save.setString(4, enterprise.mergedInto());
        save.setLong(5, enterprise.revision());
        save.addBatch();
      }
      save.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("enterprises were not stored", e);
    }
  }
}
