package org.carbonpublicity.disclosure.footprint.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.FactorSetState;
import org.carbonpublicity.disclosure.footprint.KeptFactorSet;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Factor sets, each stored as the document it is, beside its state. */
@ApplicationScoped
public class FactorSetRepository {

  private static final String SELECT =
      "select s.document, s.state, s.version, s.activated_at, s.activated_by, s.retired_at,"
          + " s.replaced_by, n.effective_from as next_from from factor_set s left join factor_set n"
          + " on n.id = s.replaced_by ";

  private final Database database;
  private final ObjectMapper json;

  FactorSetRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Stores a draft under its id; a set that is there stays as it is. */
  public void store(FactorSet set) {
    database.update(
        "insert into factor_set (id, effective_from, document) values (?, ?, ?::jsonb)"
            + " on conflict (id) do nothing",
        set.id(),
        set.effectiveFrom(),
        write(set));
  }

  /** Replaces the numbers of a draft. */
  public void update(FactorSet set) {
    database.update(
        "update factor_set set effective_from = ?, document = ?::jsonb, version = version + 1"
            + " where id = ? and state = 'DRAFT'",
        set.effectiveFrom(),
        write(set),
        set.id());
  }

  /**
   * Lets nobody else change a set or its state until the transaction ends; readers go on. It is
   * rare, and the state of one set depends on that of another.
   */
  public void lock() {
    database.update("lock table factor_set in share row exclusive mode");
  }

  /** Puts a set in force. The one in force before must have been retired. */
  public void activate(String id, Instant at, String actor) {
    database.update(
        "update factor_set set state = 'ACTIVE', activated_at = ?, activated_by = ?, version ="
            + " version + 1 where id = ?",
        at.atOffset(ZoneOffset.UTC),
        actor,
        id);
  }

  public void retire(String id, String successor, Instant at) {
    database.update(
        "update factor_set set state = 'RETIRED', retired_at = ?, replaced_by = ?, version ="
            + " version + 1 where id = ?",
        at.atOffset(ZoneOffset.UTC),
        successor,
        id);
  }

  /** Whether a stored footprint was calculated with the set. */
  public boolean used(String id) {
    return database.count(
            "select count(*) from (select from footprint_revision where factor_set = ? limit 1) f",
            id)
        > 0;
  }

  public Optional<KeptFactorSet> find(String id) {
    return database.first(SELECT + "where s.id = ?", this::map, id);
  }

  public Optional<KeptFactorSet> active() {
    return database.first(SELECT + "where s.state = 'ACTIVE'", this::map);
  }

  /** All sets, the latest effective first. */
  public List<KeptFactorSet> list() {
    return database.query(SELECT + "order by s.effective_from desc, s.id", this::map);
  }

  private KeptFactorSet map(ResultSet row) throws SQLException {
    LocalDate next = row.getObject("next_from", LocalDate.class);
    return new KeptFactorSet(
        parse(row.getString("document")),
        FactorSetState.valueOf(row.getString("state")),
        row.getLong("version"),
        instant(row, "activated_at"),
        row.getString("activated_by"),
        instant(row, "retired_at"),
        row.getString("replaced_by"),
        next == null ? null : next.minusDays(1));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private String write(FactorSet set) {
    try {
      return json.writeValueAsString(set);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private FactorSet parse(String document) {
    try {
      return json.readValue(document, FactorSet.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
