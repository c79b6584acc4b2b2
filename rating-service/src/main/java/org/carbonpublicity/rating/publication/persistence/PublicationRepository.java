package org.carbonpublicity.rating.publication.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.rating.publication.Publication;
import org.carbonpublicity.rating.publication.PublicationAnnouncement;

/** Progress of publications, one row each. */
@ApplicationScoped
public class PublicationRepository {

  private static final String RETURNING = " returning number, received, expected, cut_off";
  private static final String COUNT =
      """
      insert into publication (number, received) values (?, ?)
      on conflict (number) do update set received = publication.received + excluded.received"""
          + RETURNING;
  private static final String ANNOUNCE =
      """
      insert into publication (number, expected, batch, title, kind, cut_off, published_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (number) do update set expected = excluded.expected, batch = excluded.batch,
        title = excluded.title, kind = excluded.kind, cut_off = excluded.cut_off, published_at = excluded.published_at"""
          + RETURNING;
  private static final String AFTER =
      "select number, received, expected, cut_off from publication where number > ? order by number";
  private static final String BATCHES =
      "select distinct batch from publication where number <= ? order by batch";

  private final AgroalDataSource dataSource;

  PublicationRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Counts what was stored in this transaction; its row stays locked until the end. */
  public Publication count(int publication, long footprints) {
    return query(
            COUNT,
            statement -> {
              statement.setInt(1, publication);
              statement.setLong(2, footprints);
            })
        .get(0);
  }

  public Publication announce(PublicationAnnouncement announcement) {
    return query(
            ANNOUNCE,
            statement -> {
              statement.setInt(1, announcement.publication());
              statement.setLong(2, announcement.models());
              statement.setInt(3, announcement.batch());
              statement.setString(4, announcement.title());
              statement.setString(
                  5, announcement.kind() == null ? null : announcement.kind().name());
              statement.setObject(6, announcement.cutOff());
              statement.setObject(7, announcement.publishedAt().atOffset(ZoneOffset.UTC));
            })
        .get(0);
  }

  /** Publications of higher number than the given one, in order. */
  public List<Publication> after(int number) {
    return query(AFTER, statement -> statement.setInt(1, number));
  }

  /** Batches of all publications up to the given one, ascending. */
  public List<Integer> batchesUpTo(int publication) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BATCHES)) {
      statement.setInt(1, publication);
      try (ResultSet rows = statement.executeQuery()) {
        List<Integer> batches = new ArrayList<>();
        while (rows.next()) {
          batches.add(rows.getInt(1));
        }
        return batches;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("batches could not be read", e);
    }
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private List<Publication> query(String sql, Binder binder) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        List<Publication> publications = new ArrayList<>();
        while (rows.next()) {
          publications.add(
              new Publication(
                  rows.getInt(1),
                  rows.getLong(2),
                  rows.getObject(3, Long.class),
                  rows.getObject(4, LocalDate.class)));
        }
        return publications;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("publications could not be read or counted", e);
    }
  }
}
