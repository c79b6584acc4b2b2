package org.carbonpublicity.assessment.evidence.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.Evidence;
import org.carbonpublicity.assessment.jdbc.Database;

/** Evidence and its content, which lies in pieces of 256 KiB. */
@ApplicationScoped
public class EvidenceRepository {

  private static final int CHUNK = 256 * 1024;
  private static final String SELECT =
      """
      select id, number, enterprise, file_name, media_type, size_bytes, sha256, uploaded_at,
        uploaded_by
      from evidence\s""";

  private final Database database;

  EvidenceRepository(Database database) {
    this.database = database;
  }

  /** How much an enterprise has. */
  public record Total(long files, long bytes) {}

  public Total total(String enterprise) {
    return database
        .first(
            "select count(*), coalesce(sum(size_bytes), 0) from evidence where enterprise = ?",
            row -> new Total(row.getLong(1), row.getLong(2)),
            enterprise)
        .orElseThrow();
  }

  /** Writes a file down; the content is read as it is written. */
  public void insert(Evidence evidence, InputStream content) {
    database.update(
        """
        insert into evidence (id, enterprise, file_name, media_type, size_bytes, sha256,
          uploaded_at, uploaded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        evidence.id(),
        evidence.enterprise(),
        evidence.fileName(),
        evidence.mediaType(),
        evidence.sizeBytes(),
        evidence.sha256(),
        evidence.uploadedAt().atOffset(ZoneOffset.UTC),
        evidence.uploadedBy());
    database.with(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into evidence_chunk (evidence, number, content) values (?, ?, ?)")) {
            byte[] chunk = new byte[CHUNK];
            int number = 0;
            for (int count = fill(content, chunk); count > 0; count = fill(content, chunk)) {
              insert.setObject(1, evidence.id());
              insert.setInt(2, number++);
              insert.setBytes(3, count == CHUNK ? chunk : Arrays.copyOf(chunk, count));
              insert.executeUpdate();
            }
            return number;
          }
        });
  }

  public Optional<Evidence> find(UUID id) {
    return database.first(SELECT + "where id = ?", EvidenceRepository::map, id);
  }

  /** Those of the ids that are files of the enterprise. */
  public Set<UUID> known(String enterprise, Collection<UUID> ids) {
    String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
    return Set.copyOf(
        database.query(
            "select id from evidence where enterprise = ? and id = any (cast(? as uuid[]))",
            row -> row.getObject(1, UUID.class),
            enterprise,
            texts));
  }

  /** The enterprise's file of this content. */
  public Optional<Evidence> findContent(String enterprise, String sha256) {
    return database.first(
        SELECT + "where enterprise = ? and sha256 = ?",
        EvidenceRepository::map,
        enterprise,
        sha256);
  }

  public List<Evidence> list(String enterprise, long after, int limit) {
    return database.query(
        SELECT + "where enterprise = ? and number > ? order by number limit ?",
        EvidenceRepository::map,
        enterprise,
        after,
        limit);
  }

  /** The content from its beginning; a piece of it is in memory at a time. */
  public InputStream content(Evidence evidence) {
    return new StoredContent(number -> chunk(evidence.id(), number), evidence.sizeBytes());
  }

  private Optional<byte[]> chunk(UUID evidence, int number) {
    return database.first(
        "select content from evidence_chunk where evidence = ? and number = ?",
        row -> row.getBytes(1),
        evidence,
        number);
  }

  /** Whether it was there. */
  public boolean delete(UUID id) {
    return database.update("delete from evidence where id = ?", id) == 1;
  }

  private static int fill(InputStream content, byte[] chunk) {
    try {
      return content.readNBytes(chunk, 0, chunk.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Evidence map(ResultSet row) throws SQLException {
    return new Evidence(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9));
  }
}
