package org.carbonpublicity.reporting.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.carbonpublicity.reporting.report.api.KeptAnswers;
import org.carbonpublicity.reporting.view.api.ForgottenViews;

/** Takes the service back to the state before the first edition, between tests. */
@ApplicationScoped
public class FreshState {

  private final AgroalDataSource dataSource;
  private final KeptAnswers answers;
  private final ForgottenViews views;

  FreshState(AgroalDataSource dataSource, KeptAnswers answers, ForgottenViews views) {
    this.dataSource = dataSource;
    this.answers = answers;
    this.views = views;
  }

  public void restore() throws SQLException {
    clear();
    answers.forget();
    views.forget();
  }

  @Transactional
  void clear() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // Locks out a materialization that a former test left behind.
      statement.execute("update published_state set edition = 0, revision = revision + 1");
      statement.execute(
          "truncate model_rating, edition_progress, document, assessment_result, guideline, withdrawn_model,"
              + " dead_letter, sale_revision, sales_import, series_alias_revision,"
              + " registered_series_revision, enterprise, idempotency_key, open_data_file, open_data_piece");
    }
  }
}
