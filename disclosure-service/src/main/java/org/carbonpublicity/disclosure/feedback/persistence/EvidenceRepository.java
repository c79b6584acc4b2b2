package org.carbonpublicity.disclosure.feedback.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.disclosure.feedback.Evidence;
import org.carbonpublicity.disclosure.jdbc.Database;

/** Files that support feedback forms. */
@ApplicationScoped
public class EvidenceRepository {

  private static final String SELECT =
      "select id, file_name, media_type, size_bytes, sha256, uploaded_at,"
          + " uploaded_by from feedback_evidence ";

  private final Database database;

  EvidenceRepository(Database database) {
    this.database = database;
  }

  public void insert(UUID form, Evidence evidence, byte[] content) {
    database.update(
        "insert into feedback_evidence (id, feedback_form, file_name, media_type, size_bytes,"
            + " sha256, uploaded_at, uploaded_by, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        UUID.fromString(evidence.id()),
        form,
        evidence.fileName(),
        evidence.mediaType(),
        evidence.sizeBytes(),
        evidence.sha256(),
        evidence.receivedAt().atOffset(ZoneOffset.UTC),
        evidence.receivedFrom(),
        content);
  }

  /** Files of a form, in the order of receipt. */
  public List<Evidence> list(UUID form) {
    return database.query(
        SELECT + "where feedback_form = ? order by sequence", EvidenceRepository::map, form);
  }

  public Optional<Evidence> find(UUID form, UUID id) {
    return database.first(
        SELECT + "where feedback_form = ? and id = ?", EvidenceRepository::map, form, id);
  }

  public byte[] content(Evidence evidence) {
    return database
        .first(
            "select content from feedback_evidence where id = ?",
            row -> row.getBytes(1),
            UUID.fromString(evidence.id()))
        .orElseThrow();
  }

  /** Number of files of a form, which nobody adds to until the transaction ends. */
  public long lockedCount(UUID form) {
    database.count("select 1 from feedback_form where id = ? for update", form);
    return database.count("select count(*) from feedback_evidence where feedback_form = ?", form);
  }

  private static Evidence map(ResultSet row) throws SQLException {
    return new Evidence(
        row.getString("id"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        row.getString("uploaded_by"));
  }
}
