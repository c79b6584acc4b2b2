package org.carbonpublicity.reporting.stars.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.reporting.stars.AssessmentResult;

/** The last published result of each enterprise. */
@ApplicationScoped
public class AssessmentResultRepository {

  // A redriven event may be older than what the enterprise has by now.
  private static final String SAVE =
      """
      insert into assessment_result as r
          (enterprise, enterprise_name, score, score_rounded, stars, published_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (enterprise) do update
      set enterprise_name = excluded.enterprise_name, score = excluded.score,
          score_rounded = excluded.score_rounded, stars = excluded.stars,
          published_at = excluded.published_at
      where r.published_at <= excluded.published_at
      """;
  private static final String ALL =
      """
      select enterprise, enterprise_name, score, score_rounded, stars, published_at
      from assessment_result
      """;

  private final AgroalDataSource dataSource;

  AssessmentResultRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  public void save(AssessmentResult result) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement save = connection.prepareStatement(SAVE)) {
      save.setString(1, result.enterprise());
      save.setString(2, result.enterpriseName());
      save.setBigDecimal(3, result.score());
      save.setInt(4, result.scoreRounded());
      save.setInt(5, result.stars());
      save.setObject(6, result.publishedAt().atOffset(ZoneOffset.UTC));
      save.executeUpdate();
    }
  }

  public List<AssessmentResult> all() throws SQLException {
    List<AssessmentResult> results = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        results.add(
            new AssessmentResult(
                row.getString(1),
                row.getString(2),
                row.getBigDecimal(3),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant()));
      }
    }
    return results;
  }
}
