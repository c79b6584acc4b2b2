package org.carbonpublicity.rating.label.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.rating.jdbc.Database;
import org.carbonpublicity.rating.label.LabelState;

/** What the status lists say, read from the labels themselves. */
@ApplicationScoped
public class StatusListRepository {

  private final Database database;

  StatusListRepository(Database database) {
    this.database = database;
  }

  /** Whether a pair of lists has any entry. */
  public boolean exists(int pair) {
    return database.count("select count(*) from label_status_list where number = ?", pair) > 0;
  }

  /** Indexes of the certificates of a pair that are in the given state. */
  public List<Integer> indexes(int pair, LabelState state) {
    return database.query(
        "select status_index from label where status_list = ? and state = ?",
        row -> row.getInt(1),
        pair,
        state.name());
  }

  /** When a certificate of a pair was issued or changed last. */
  public Optional<Instant> changedAt(int pair) {
    return database
        .query(
            "select max(changed_at) from label where status_list = ?",
            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
            pair)
        .stream()
        .findFirst()
        .flatMap(time -> time.map(OffsetDateTime::toInstant));
  }
}
