package org.carbonpublicity.assessment.submission.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.IdempotencyKeyReusedException;
import org.carbonpublicity.assessment.submission.RepeatableRequest;

/** Which submission a request made that may come again. */
@ApplicationScoped
public class IdempotencyKeyRepository {

  private static final String CLAIM =
      """
      insert into idempotency_key (actor, key, request_hash, submission, created_at)
      values (?, ?, ?, ?, ?) on conflict do nothing""";
  private static final String CLAIMED =
      "select request_hash, submission from idempotency_key where actor = ? and key = ?";

  private final AgroalDataSource dataSource;

  IdempotencyKeyRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Notes which submission a request is about to make. While the same request is under way
   * elsewhere, this waits for its end.
   *
   * @return the given submission, or the one the request made before
   * @throws IdempotencyKeyReusedException when the key came with another request before
   */
  public UUID claim(String actor, RepeatableRequest request, UUID submission, Instant now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, actor);
      claim.setString(2, request.key());
      claim.setString(3, request.hash());
      claim.setObject(4, submission);
      claim.setObject(5, now.atOffset(ZoneOffset.UTC));
      return claim.executeUpdate() == 1 ? submission : claimed(connection, actor, request);
    } catch (SQLException e) {
      throw new IllegalStateException("an idempotency key could not be claimed", e);
    }
  }

  private static UUID claimed(Connection connection, String actor, RepeatableRequest request)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CLAIMED)) {
      select.setString(1, actor);
      select.setString(2, request.key());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (!row.getString(1).equals(request.hash())) {
          throw new IdempotencyKeyReusedException(request.key());
        }
        return row.getObject(2, UUID.class);
      }
    }
  }
}
