package org.carbonpublicity.rating.publication.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.carbonpublicity.rating.publication.IncomingWithdrawal;

/** The append-only table of withdrawals as they came in. */
@ApplicationScoped
public class WithdrawalRepository {

  private static final String INSERT =
      """
      insert into withdrawal_incoming (publication, batch, footprint_revision, model_code, merged_into)
      values (?, ?, ?, ?, ?)""";
  private static final String ANY =
      "select exists (select from withdrawal_incoming where publication between ? and ?)";

  private final AgroalDataSource dataSource;

  WithdrawalRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Appends withdrawals in the caller's transaction. */
  public void insert(List<IncomingWithdrawal> withdrawals) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (IncomingWithdrawal withdrawal : withdrawals) {
        insert.setInt(1, withdrawal.publication());
        insert.setInt(2, withdrawal.batch());
        insert.setInt(3, withdrawal.revision());
        insert.setString(4, withdrawal.modelCode());
        insert.setString(5, withdrawal.mergedInto());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("withdrawals could not be stored", e);
    }
  }

  /** Whether any of the publications withdraws a model. */
  public boolean isAny(int firstPublication, int lastPublication) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement any = connection.prepareStatement(ANY)) {
      any.setInt(1, firstPublication);
      any.setInt(2, lastPublication);
      try (ResultSet row = any.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("withdrawals could not be looked for", e);
    }
  }
}
