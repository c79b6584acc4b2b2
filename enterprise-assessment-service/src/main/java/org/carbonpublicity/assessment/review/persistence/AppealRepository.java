package org.carbonpublicity.assessment.review.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.jdbc.Database;
import org.carbonpublicity.assessment.review.Appeal;
import org.carbonpublicity.assessment.review.Appeal.Dispute;
import org.carbonpublicity.assessment.review.Appeal.DisputedItem;
import org.carbonpublicity.assessment.review.Appeal.RulingDraft;
import org.carbonpublicity.assessment.review.Ruling;

/** Appeals. Lock the assessment before writing. */
@ApplicationScoped
public class AppealRepository {

  private static final String ITEMS =
      """
      select item, reason, evidence, ruling, ruling_reason, ruled_by, ruled_at
      from appeal_item where assessment = ? order by item""";
  private static final String RULE =
      """
      update appeal_item set ruling = ?, ruling_reason = ?, ruled_by = ?, ruled_at = ?
      where assessment = ? and item = ?""";

  private static final String RULED_BY =
      """
      select distinct i.assessment from appeal_item i join assessment a on a.id = i.assessment
      where i.ruled_by = ? and a.enterprise = ? and a.state = 'APPEALED'""";
  private static final String TAKE_BACK =
      """
      update appeal_item set ruling = null, ruling_reason = null, ruled_by = null, ruled_at = null
      where assessment = ? and ruled_by = ?""";

  private final Database database;

  AppealRepository(Database database) {
    this.database = database;
  }

  public void file(UUID assessment, List<Dispute> disputes, String actor, Instant now) {
    database.update(
        "insert into appeal (assessment, filed_at, filed_by) values (?, ?, ?)",
        assessment,
        Columns.at(now),
        actor);
    for (Dispute dispute : disputes) {
      database.update(
          """
          insert into appeal_item (assessment, item, reason, evidence)
          values (?, ?, ?, cast(? as uuid[]))""",
          assessment,
          dispute.item(),
          dispute.reason(),
          Columns.texts(dispute.evidence()));
    }
  }

  public void rule(UUID assessment, RulingDraft draft, String actor, Instant now) {
    database.update(
        RULE,
        draft.ruling().name(),
        draft.reason(),
        actor,
        Columns.at(now),
        assessment,
        draft.item());
  }

  public void decide(UUID assessment, String actor, Instant now) {
    database.update(
        "update appeal set decided_at = ?, decided_by = ? where assessment = ?",
        Columns.at(now),
        actor,
        assessment);
  }

  /** The open appeals of an enterprise in which the assessor ruled. */
  public List<UUID> openRuledBy(String assessor, String enterprise) {
    return database.query(RULED_BY, row -> row.getObject(1, UUID.class), assessor, enterprise);
  }

  /** Takes back what an assessor ruled in an open appeal. */
  public void takeBackRulings(UUID assessment, String assessor) {
    database.update(TAKE_BACK, assessment, assessor);
  }

  public Optional<Appeal> find(UUID assessment) {
    return database.first(
        "select filed_at, filed_by, decided_at from appeal where assessment = ?",
        row ->
            new Appeal(
                assessment,
                database.query(ITEMS, AppealRepository::item, assessment),
                Columns.instant(row, "filed_at"),
                row.getString("filed_by"),
                Columns.optionalInstant(row, "decided_at")),
        assessment);
  }

  private static DisputedItem item(ResultSet row) throws SQLException {
    String ruling = row.getString("ruling");
    return new DisputedItem(
        row.getString("item"),
        row.getString("reason"),
        Columns.ids(row, "evidence"),
        ruling == null ? null : Ruling.valueOf(ruling),
        row.getString("ruling_reason"),
        row.getString("ruled_by"),
        Columns.optionalInstant(row, "ruled_at"));
  }
}
