package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.carbonpublicity.rating.edition.EditionPlan;
import org.carbonpublicity.rating.publication.persistence.WithdrawalRepository;
import org.carbonpublicity.rating.scheme.LineFit;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.SchemeKind;

/** Computes an edition as one consistent whole, in the caller's transaction. */
@ApplicationScoped
public class EditionComputation {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String RECORD =
      """
      insert into edition (number, state, trigger, scheme, activation, publication, cut_off,
        models, models_on_sale, models_rated, class_counts, rating_events, computed_at)
      select ?, 'COMPUTED', ?, ?, ?, ?, ?, count(*), count(*) filter (where on_sale), count(class),
        array[count(*) filter (where class = 1), count(*) filter (where class = 2),
          count(*) filter (where class = 3), count(*) filter (where class = 4),
          count(*) filter (where class = 5)],
        count(*) filter (where changed)
          + (select count(*) from model_withdrawal where edition = ?), ?
      from\s""";

  private final AgroalDataSource dataSource;
  private final WithdrawalRepository withdrawals;
  private final ReferenceLineRepository lines;
  private final Clock clock;

  EditionComputation(
      AgroalDataSource dataSource,
      WithdrawalRepository withdrawals,
      ReferenceLineRepository lines,
      Clock clock) {
    this.lines = lines;
    this.dataSource = dataSource;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  /** Whether a publication may hold a model more than once. */
  public enum Duplicates {
    /** It holds every model once, as it should: its rows are rated as they lie. */
    NONE_EXPECTED,
    /** The latest revision is sought first, which costs a sort. */
    REMOVE
  }

  /**
   * Computes all means, references and classes of an edition.
   *
   * @throws DuplicateModelsException when a model appears twice and was not expected to; the
   *     transaction cannot go on, the same computation with {@link Duplicates#REMOVE} can
   */
  public void compute(EditionPlan plan, Duplicates duplicates) {
    boolean withdraws = withdrawals.isAny(plan.firstPublication(), plan.publication());
    boolean distinct = withdraws || plan.newPublications() != 1 || duplicates == Duplicates.REMOVE;
    EditionSql sql = new EditionSql(plan, distinct, withdraws);
    RatingScheme scheme = plan.scheme().scheme();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // For this transaction alone: joins and the key's sort stay in memory.
      statement.execute("set local work_mem = '128MB'");
      statement.execute("set local maintenance_work_mem = '256MB'");
      // Fresh rows have no statistics yet: taken for few, a million of them would be looked up one
      // by one.
      statement.execute("set local enable_nestloop = off");
      if (distinct) {
        statement.execute(sql.collectFresh());
      }
      if (withdraws) {
        statement.execute(sql.collectWithdrawn());
        statement.execute(sql.dropWithdrawn());
        statement.execute(sql.recordWithdrawn());
      }
      statement.execute(sql.categoryMeans());
      statement.execute(sql.ratings(new SchemeSql(scheme, fittedLines(connection, plan, sql))));
      constrain(statement, sql);
      statement.execute(sql.attach());
      record(connection, plan);
    } catch (SQLException e) {
      throw new IllegalStateException("edition " + plan.number() + " could not be computed", e);
    }
  }

  /** Fits and records the edition's lines, when its scheme wants any. */
  private Map<Powertrain, ReferenceLine> fittedLines(
      Connection connection, EditionPlan plan, EditionSql sql) throws SQLException {
    if (plan.scheme().scheme().reference().kind() != SchemeKind.FITTED_LINES) {
      return Map.of();
    }
    Map<Powertrain, LineFit> fits = LineFits.read(connection, sql.fittedPopulation());
    lines.record(plan.number(), fits);
    return LineFits.lines(fits);
  }

  private static void constrain(Statement statement, EditionSql sql) throws SQLException {
    try {
      statement.execute(sql.constraints());
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new DuplicateModelsException(e.getMessage(), e);
      }
      throw e;
    }
  }

  private void record(Connection connection, EditionPlan plan) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(RECORD + EditionSql.table(plan.number()))) {
      insert.setInt(1, plan.number());
      insert.setString(2, plan.trigger().name());
      insert.setString(3, plan.scheme().scheme().id());
      insert.setInt(4, plan.scheme().activation());
      insert.setInt(5, plan.publication());
      insert.setObject(6, plan.cutOff());
      insert.setInt(7, plan.number());
      insert.setObject(8, clock.instant().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
