package org.carbonpublicity.reporting.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.carbonpublicity.reporting.edition.CompletedEdition;

/** How much of each edition has come, and which one can be published. */
@ApplicationScoped
public class EditionProgressRepository {

  private static final String COUNT =
      """
      insert into edition_progress as p (edition, received) values (?, ?)
      on conflict (edition) do update set received = p.received + excluded.received
      returning received, expected, materialized_at is not null
      """;
  private static final String EXPECT =
      """
      insert into edition_progress as p
          (edition, expected, previous_edition, models, cut_off, completed_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (edition) do update
      set expected = excluded.expected, previous_edition = excluded.previous_edition,
          models = excluded.models, cut_off = excluded.cut_off, completed_at = excluded.completed_at
      where p.expected is null and p.received <= excluded.expected
      """;
  private static final String SAME =
      """
      select 1 from edition_progress
      where edition = ? and expected = ? and previous_edition = ? and models = ?
      """;
  private static final String DUE =
      """
      select edition, previous_edition, models, expected, cut_off, completed_at
      from edition_progress
      where materialized_at is null and received = expected and previous_edition = ?
      order by edition limit 1
      """;
  private static final String MATERIALIZED =
      "update edition_progress set materialized_at = ?, carried_forward = ? where edition = ?";

  private final AgroalDataSource dataSource;

  EditionProgressRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Counts rows of an edition in.
   *
   * @return false when the edition cannot take them: it is published, or has all of its rows
   */
  public boolean count(int edition, long rows) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setInt(1, edition);
      count.setLong(2, rows);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        long received = row.getLong(1);
        long expected = row.getLong(2);
        boolean open = row.wasNull() || received <= expected;
        return open && !row.getBoolean(3);
      }
    }
  }

  /**
   * Records what an edition consists of.
   *
   * @return false when that contradicts what came before
   */
  public boolean expect(CompletedEdition completed) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement expect = connection.prepareStatement(EXPECT);
        PreparedStatement same = connection.prepareStatement(SAME)) {
      expect.setInt(1, completed.edition());
      expect.setLong(2, completed.ratingEvents());
      expect.setInt(3, completed.previousEdition());
      expect.setLong(4, completed.models());
      expect.setObject(5, completed.cutOff());
      expect.setObject(6, completed.completedAt().atOffset(ZoneOffset.UTC));
      if (expect.executeUpdate() > 0) {
        return true;
      }
      same.setInt(1, completed.edition());
      same.setLong(2, completed.ratingEvents());
      same.setInt(3, completed.previousEdition());
      same.setLong(4, completed.models());
      try (ResultSet row = same.executeQuery()) {
        return row.next();
      }
    }
  }

  /** The edition that follows the given one, when all of it has come. */
  public Optional<CompletedEdition> due(int publishedEdition) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement due = connection.prepareStatement(DUE)) {
      due.setInt(1, publishedEdition);
      try (ResultSet row = due.executeQuery()) {
        return row.next() ? Optional.of(completedEdition(row)) : Optional.empty();
      }
    }
  }

  public void materialized(int edition, long carriedForward, Instant at) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(MATERIALIZED)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setLong(2, carriedForward);
      update.setInt(3, edition);
      update.executeUpdate();
    }
  }

  private static CompletedEdition completedEdition(ResultSet row) throws SQLException {
    return new CompletedEdition(
        row.getInt("edition"),
        row.getInt("previous_edition"),
        row.getLong("models"),
        row.getLong("expected"),
        row.getObject("cut_off", LocalDate.class),
        row.getObject("completed_at", OffsetDateTime.class).toInstant());
  }
}
