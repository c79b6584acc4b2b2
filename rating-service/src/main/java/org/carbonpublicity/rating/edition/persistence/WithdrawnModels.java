package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Models of the edition before that an edition leaves out. */
@ApplicationScoped
public class WithdrawnModels {

  private static final int FETCH_ROWS = 1_000;
  private static final String SELECT =
      """
      select model_code, batch, footprint_revision, merged_into, previous_class
      from model_withdrawal where edition = ? order by model_code""";

  private final AgroalDataSource dataSource;

  WithdrawnModels(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * A withdrawn model.
   *
   * @param footprintRevision the revision that withdraws it
   * @param mergedInto code of the model that stands for it; null when none does
   * @param previousClass 1 to 5, null when it was unrated
   */
  public record WithdrawnModel(
      String modelCode,
      int batch,
      int footprintRevision,
      @Nullable String mergedInto,
      @Nullable Integer previousClass) {}

  /** Streams the withdrawn models of an edition, in the caller's transaction. */
  public void read(int edition, Consumer<WithdrawnModel> reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setFetchSize(FETCH_ROWS);
      select.setInt(1, edition);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.accept(
              new WithdrawnModel(
                  row.getString(1),
                  row.getInt(2),
                  row.getInt(3),
                  row.getString(4),
                  row.getObject(5, Integer.class)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("withdrawals of edition " + edition + " are unread", e);
    }
  }
}
