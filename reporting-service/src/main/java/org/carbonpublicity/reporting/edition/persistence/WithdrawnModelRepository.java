package org.carbonpublicity.reporting.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models that editions do not take over from the ones before. */
@ApplicationScoped
public class WithdrawnModelRepository {

  private static final String INSERT =
      "insert into withdrawn_model (edition, model_code, merged_into) values (?, ?, ?)";

  private final AgroalDataSource dataSource;

  WithdrawnModelRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * A model that is not in an edition any more.
   *
   * @param mergedInto code of the model that stands for it; null when none does
   */
  public record WithdrawnModel(int edition, String modelCode, @Nullable String mergedInto) {}

  /** Stores withdrawn models in the caller's transaction. */
  public void insert(List<WithdrawnModel> models) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (WithdrawnModel model : models) {
        insert.setInt(1, model.edition());
        insert.setString(2, model.modelCode());
        insert.setString(3, model.mergedInto());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
