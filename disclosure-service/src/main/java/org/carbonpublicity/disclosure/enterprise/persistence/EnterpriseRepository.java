package org.carbonpublicity.disclosure.enterprise.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.disclosure.enterprise.EnterpriseNameTakenException;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Cause;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision.Kind;
import org.carbonpublicity.disclosure.enterprise.MatchKey;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Enterprises with their names. */
@ApplicationScoped
public class EnterpriseRepository {

  private static final String SELECT =
      "select e.code, e.name, e.group_name, e.revision, e.merged_into, array(select n.spelling from"
          + " enterprise_name n where n.enterprise = e.code and n.kind = 'ALIAS' order by"
          + " n.match_key) as aliases from enterprise e ";

  private final Database database;

  EnterpriseRepository(Database database) {
    this.database = database;
  }

  /** The next generated code that nobody took by hand: E0001, E0002, … */
  public String nextCode() {
    String code;
    do {
      long number = database.count("select nextval('enterprise_code')");
      code = String.format(Locale.ROOT, "E%04d", number);
    } while (named(MatchKey.of(code)).isPresent());
    return code;
  }

  /**
   * @throws EnterpriseNameTakenException when one of its names is another's
   */
  public void insert(Enterprise enterprise, Instant at, String actor) {
    int inserted =
        database.update(
            "insert into enterprise (code, name, group_name, revision, registered_at,"
                + " registered_by) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            enterprise.code(),
            enterprise.name(),
            enterprise.group(),
            enterprise.revision(),
            at.atOffset(ZoneOffset.UTC),
            actor);
    if (inserted == 0) {
      throw new EnterpriseNameTakenException(enterprise.code(), enterprise.code());
    }
    name(enterprise.code(), "CODE", enterprise.code());
    name(enterprise.code(), "NAME", enterprise.name());
    enterprise.aliases().forEach(alias -> name(enterprise.code(), "ALIAS", alias));
  }

  /** Writes group, revision and aliases. */
  public void update(Enterprise enterprise) {
    database.update(
        "update enterprise set group_name = ?, revision = ? where code = ?",
        enterprise.group(),
        enterprise.revision(),
        enterprise.code());
    database.update(
        "delete from enterprise_name where enterprise = ? and kind = 'ALIAS'", enterprise.code());
    enterprise.aliases().forEach(alias -> name(enterprise.code(), "ALIAS", alias));
  }

  /** Writes all of what an enterprise is called, and its revision. */
  public void rename(Enterprise enterprise) {
    database.update(
        "delete from enterprise_name where enterprise = ? and kind in ('NAME', 'ALIAS')",
        enterprise.code());
    database.update(
        "update enterprise set name = ? where code = ?", enterprise.name(), enterprise.code());
    name(enterprise.code(), "NAME", enterprise.name());
    update(enterprise);
  }

  /** Makes all names of one enterprise names of another; its code goes on finding that one. */
  public void takeNames(String from, String to) {
    database.update(
        "update enterprise_name set enterprise = ?, kind = case kind when 'CODE' then 'CODE' else"
            + " 'ALIAS' end where enterprise = ?",
        to,
        from);
  }

  /** Writes that an enterprise was merged; its names are the other's already. */
  public void giveUp(Enterprise enterprise) {
    database.update(
        "update enterprise set merged_into = ?, revision = ? where code = ?",
        enterprise.mergedInto(),
        enterprise.revision(),
        enterprise.code());
  }

  /** Adds a revision to the history. */
  public void remember(Enterprise enterprise, Cause cause, Instant at) {
    database.update(
        "insert into enterprise_change (enterprise, revision, kind, at, actor, name, group_name,"
            + " aliases, other, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        enterprise.code(),
        enterprise.revision(),
        cause.kind().name(),
        at.atOffset(ZoneOffset.UTC),
        cause.actor(),
        enterprise.name(),
        enterprise.group(),
        enterprise.aliases().toArray(String[]::new),
        cause.other(),
        cause.reason());
  }

  /** The history of an enterprise, the oldest first. */
  public List<EnterpriseRevision> history(String code) {
    return database.query(
        "select revision, kind, at, actor, name, group_name, aliases, other, reason from"
            + " enterprise_change where enterprise = ? order by revision",
        row ->
            new EnterpriseRevision(
                row.getInt(1),
                Kind.valueOf(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                List.of((String[]) row.getArray(7).getArray()),
                row.getString(8),
                row.getString(9)),
        code);
  }

  /** The enterprise, its row locked until the transaction ends. */
  public Optional<Enterprise> lock(String code) {
    database.query("select 1 from enterprise where code = ? for update", row -> 1, code);
    return find(code);
  }

  public Optional<Enterprise> find(String code) {
    return database.first(SELECT + "where e.code = ?", EnterpriseRepository::map, code);
  }

  public Optional<Enterprise> named(String matchKey) {
    return database.first(
        SELECT
            + "where e.code = (select n.enterprise from enterprise_name n where n.match_key = ?)",
        EnterpriseRepository::map,
        matchKey);
  }

  public List<Enterprise> list(@Nullable String after, int limit) {
    return database.query(
        SELECT + "where e.code > ? order by e.code limit ?",
        EnterpriseRepository::map,
        after == null ? "" : after,
        limit);
  }

  private void name(String code, String kind, String spelling) {
    String key = MatchKey.of(spelling);
    int named =
        database.update(
            "insert into enterprise_name (match_key, enterprise, kind, spelling)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            key,
            code,
            kind,
            spelling);
    if (named == 0) {
      Optional<Enterprise> holder = named(key);
      if (holder.isPresent() && holder.get().code().equals(code)) {
        return;
      }
      throw new EnterpriseNameTakenException(
          spelling, holder.map(Enterprise::code).orElse("registered at this moment"));
    }
  }

  private static Enterprise map(ResultSet row) throws SQLException {
    String[] aliases = (String[]) row.getArray("aliases").getArray();
    return new Enterprise(
        row.getString("code"),
        row.getString("name"),
        row.getString("group_name"),
        List.copyOf(Arrays.asList(aliases)),
        row.getInt("revision"),
        row.getString("merged_into"));
  }
}
