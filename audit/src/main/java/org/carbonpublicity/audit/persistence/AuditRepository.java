package org.carbonpublicity.audit.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.carbonpublicity.audit.AuditChain.Anchor;
import org.carbonpublicity.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** The chain of audit entries. */
@ApplicationScoped
public class AuditRepository {

  private static final String COLUMNS =
      "e.position, e.at, e.actor, e.action, e.subject, e.file_hash, e.details, e.previous_hash,"
          + " e.hash";

  /** Someone took the head away: no chain ends there. */
  private static final Anchor NO_HEAD = new Anchor(-1, "");

  private static final int FETCH = 1_000;
  private static final List<String> PROTECTION =
      List.of("audit_entry.append_only", "audit_head.append_only", "audit_head.moves_on");

  private final AgroalDataSource dataSource;

  AuditRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Entries to be read; an absent part does not filter. */
  public record Filter(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** The end of the chain, locked until the transaction ends. */
  public Anchor lockHead() {
    return query(
            "select position, hash from audit_head for update",
            row -> new Anchor(row.getLong(1), row.getString(2)))
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the head of the audit trail is missing"));
  }

  /**
   * @param head the new end, that of the last entry
   */
  public void append(List<AuditEntry> entries, Anchor head) {
    with(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into audit_entry (position, at, actor, action, subject, file_hash,"
                      + " details, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (AuditEntry entry : entries) {
              insert.setLong(1, entry.position());
              insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
              insert.setString(3, entry.actor());
              insert.setString(4, entry.action());
              insert.setString(5, entry.subject());
              insert.setString(6, entry.fileHash());
              insert.setString(7, entry.details());
              insert.setString(8, entry.previousHash());
              insert.setString(9, entry.hash());
              insert.addBatch();
            }
            insert.executeBatch();
          }
          try (PreparedStatement move =
              connection.prepareStatement("update audit_head set position = ?, hash = ?")) {
            move.setLong(1, head.position());
            move.setString(2, head.hash());
            return move.executeUpdate();
          }
        });
  }

  /** Entries after a position, in their order. */
  public List<AuditEntry> list(Filter filter, long after, int limit) {
    StringBuilder sql =
        new StringBuilder("select " + COLUMNS + " from audit_entry e where e.position > ?");
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(after);
    and(sql, arguments, " and e.actor = ?", filter.actor());
    and(sql, arguments, " and e.action = ?", filter.action());
    and(sql, arguments, " and e.subject = ?", filter.subject());
    and(sql, arguments, " and e.at >= ?", time(filter.from()));
    and(sql, arguments, " and e.at < ?", time(filter.to()));
    arguments.add(limit);
    return query(
        sql.append(" order by e.position limit ?").toString(),
        AuditRepository::map,
        arguments.toArray());
  }

  private static void and(
      StringBuilder sql,
      List<@Nullable Object> arguments,
      String condition,
      @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      arguments.add(value);
    }
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  /**
   * Gives all entries in their order until one is refused, and answers the end of the chain as it
   * was at the same moment; needs a transaction.
   */
  public Anchor stream(Predicate<AuditEntry> entries) {
    return with(
        connection -> {
          // One statement sees entries and head as of one moment, whoever appends meanwhile.
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select "
                      + COLUMNS
                      + ", h.position, h.hash from (select max(position) as position, max(hash) as"
                      + " hash from audit_head) h left join audit_entry e on true order by"
                      + " e.position")) {
            select.setFetchSize(FETCH);
            Anchor head = NO_HEAD;
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                String hash = row.getString(11);
                head = hash == null ? NO_HEAD : new Anchor(row.getLong(10), hash);
                if (row.getObject(1) != null && !entries.test(map(row))) {
                  break;
                }
              }
            }
            return head;
          }
        });
  }

  /** What should refuse changes and does not. */
  public List<String> missingProtection() {
    List<String> present =
        query(
            "select c.relname || '.' || t.tgname from pg_trigger t join pg_class c on c.oid ="
                + " t.tgrelid where t.tgenabled = 'A' and c.oid in ('audit_entry'::regclass,"
                + " 'audit_head'::regclass)",
            row -> row.getString(1));
    return PROTECTION.stream().filter(trigger -> !present.contains(trigger)).toList();
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** On the connection of the caller's transaction, where there is one. */
  private <T> T with(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the audit trail cannot be reached: " + e.getMessage(), e);
    }
  }

  private <T> List<T> query(String sql, Row<T> mapper, @Nullable Object... arguments) {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
              statement.setObject(i + 1, arguments[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                found.add(mapper.read(rows));
              }
            }
            return found;
          }
        });
  }

  private static AuditEntry map(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }
}
