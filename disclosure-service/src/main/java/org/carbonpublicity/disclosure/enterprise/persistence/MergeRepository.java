package org.carbonpublicity.disclosure.enterprise.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.jdbc.Database;

/** Moves what is not published from one enterprise to another. */
@ApplicationScoped
public class MergeRepository {

  private static final Set<String> MOVABLE = Set.of("DRAFT", "IN_REVIEW");

  private final Database database;

  MergeRepository(Database database) {
    this.database = database;
  }

  private record Open(int number, String state) {}

  /**
   * Gives every model of an enterprise in an open batch a revision under another enterprise.
   *
   * @return models moved
   * @throws BatchConflictException when one of the batches is being recalculated or published
   */
  public long move(String from, String to, String actor, Instant at) {
    List<Open> open =
        database.query(
            "select b.number, b.state from batch b where b.state in ('DRAFT', 'IN_REVIEW',"
                + " 'RECALCULATING', 'PUBLISHING') and exists (select from footprint_revision f where f.batch = b.number and"
                + " f.enterprise = ?) order by b.number for no key update",
            row -> new Open(row.getInt(1), row.getString(2)),
            from);
    for (Open batch : open) {
      if (!MOVABLE.contains(batch.state())) {
        throw BatchConflictException.busy(batch.number());
      }
    }
    Integer[] numbers = open.stream().map(Open::number).toArray(Integer[]::new);
    // All that a revision states stays, whatever columns it has; only its own place is new.
    String stated =
        String.join(
            ", ",
            database.query(
                "select quote_ident(column_name) from information_schema.columns where table_schema"
                    + " = current_schema() and table_name = 'footprint_revision' and is_generated ="
                    + " 'NEVER' and column_name not in ('revision', 'replaces', 'enterprise',"
                    + " 'group_name', 'created_at', 'created_by', 'feedback_form') order by ordinal_position",
                row -> row.getString(1)));
    long moved =
        database.update(
            "insert into footprint_revision (revision, replaces, enterprise, group_name, created_at,"
                + " created_by,"
                + " "
                + stated
                + ") select revision + 1, revision, ?, coalesce((select e.group_name from enterprise e"
                + " where e.code = ?), group_name), ?, ?, "
                + stated
                + " from (select distinct on (model_code) * from footprint_revision where batch ="
                + " any (?) order by model_code, revision desc) f where enterprise = ?",
            to,
            to,
            at.atOffset(ZoneOffset.UTC),
            actor,
            numbers,
            from);
    database.update(
        "update review_answer set enterprise = ? where enterprise = ? and batch = any (?)",
        to,
        from,
        numbers);
    database.update(
        "update deadline_extension set enterprise = ? where enterprise = ? and batch = any (?)",
        to,
        from,
        numbers);
    // What was judged stays judged: the new revision says nothing new of the model.
    database.update(
        "update outlier o set enterprise = ?, revision = revision + 1 where enterprise = ? and batch"
            + " = any (?)",
        to,
        from,
        numbers);
    database.update(
        "update notification n set enterprise = ? where enterprise = ? and not exists (select from"
            + " notification k where k.enterprise = ? and k.kind = n.kind and k.fact = n.fact)",
        to,
        from,
        to);
    database.update(
        "insert into enterprise_contact (enterprise, address, language) select ?, address, language"
            + " from enterprise_contact where enterprise = ? on conflict do nothing",
        to,
        from);
    database.update("delete from enterprise_contact where enterprise = ?", from);
    return moved;
  }
}
