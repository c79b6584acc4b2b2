package org.carbonpublicity.reporting.opendata.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.opendata.FileFormat;
import org.carbonpublicity.reporting.opendata.ModelField;
import org.carbonpublicity.reporting.opendata.ModelsFile;
import org.carbonpublicity.reporting.opendata.file.FileWriter;
import org.carbonpublicity.reporting.opendata.file.Pieces;
import org.jspecify.annotations.Nullable;

/** The files of the editions and their pieces. */
@ApplicationScoped
public class ModelsFileRepository {

  /** Of the lock held while an edition's files are made; a number of our own choice. */
  private static final int LOCK_SPACE = 1_600_016;

  /** Rows that the driver has in memory at once. */
  private static final int FETCH_ROWS = 1_000;

  /** In the order of codes, byte by byte: the same file wherever and whenever it is made. */
  private static final String MODELS =
      Arrays.stream(ModelField.values())
          .map(field -> field.column() + "::text")
          .collect(
              Collectors.joining(
                  ", ",
                  "select ",
                  " from model_rating where edition = %d order by model_code collate \"C\""));

  private static final String FIND =
      """
      select edition, format, models, bytes, gzip_bytes, sha256, crc32, pieces
      from open_data_file where edition = ?
      """;
  private static final String INSERT =
      """
      insert into open_data_file
        (edition, format, models, bytes, gzip_bytes, sha256, crc32, pieces)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_PIECE =
      "insert into open_data_piece (edition, format, number, raw, deflated) values (?, ?, ?, ?, ?)";
  private static final String PIECE =
      "select raw, deflated from open_data_piece where edition = ? and format = ? and number = ?";

  private final Database database;

  ModelsFileRepository(Database database) {
    this.database = database;
  }

  /** Files of an edition, in the order of their formats; empty while they are not made. */
  public List<ModelsFile> find(int edition) {
    return database.query(FIND + " order by format", ModelsFileRepository::file, edition);
  }

  /** Waits until no other instance is making files of this edition; until the transaction ends. */
  public void lock(int edition) {
    database.count("select 1 from pg_advisory_xact_lock(?, ?)", LOCK_SPACE, edition);
  }

  /**
   * Makes the files of a published edition in one pass over its models, in the caller's
   * transaction, and an index by which two editions can be compared page by page. The edition's
   * rows do not change any more, so the index costs no import anything.
   */
  public List<ModelsFile> make(int edition) {
    return database.with(
        connection -> {
          List<ModelsFile> files = write(connection, edition);
          index(connection, edition);
          return files;
        });
  }

  private static List<ModelsFile> write(Connection connection, int edition) throws SQLException {
    List<ModelsFile> made = new ArrayList<>();
    List<FileWriter> writers = new ArrayList<>();
    try (PreparedStatement pieces = connection.prepareStatement(INSERT_PIECE);
        PreparedStatement files = connection.prepareStatement(INSERT);
        Statement select = connection.createStatement()) {
      for (FileFormat format : FileFormat.values()) {
        writers.add(
            new FileWriter(
                format,
                (number, raw, deflated) -> insert(pieces, edition, format, number, raw, deflated)));
      }
      select.setFetchSize(FETCH_ROWS);
      try (ResultSet row = select.executeQuery(MODELS.formatted(edition))) {
        @Nullable String[] values = new @Nullable String[ModelField.values().length];
        while (row.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(i + 1);
          }
          for (FileWriter writer : writers) {
            writer.add(values);
          }
        }
      }
      for (FileWriter writer : writers) {
        ModelsFile file = writer.finish(edition);
        insert(files, file);
        made.add(file);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written outside of memory", e);
    }
  }

  private static void insert(
      PreparedStatement insert,
      int edition,
      FileFormat format,
      int number,
      int raw,
      byte[] deflated)
      throws SQLException {
    insert.setInt(1, edition);
    insert.setString(2, format.name());
    insert.setInt(3, number);
    insert.setInt(4, raw);
    insert.setBytes(5, deflated);
    insert.executeUpdate();
  }

  private static void insert(PreparedStatement insert, ModelsFile file) throws SQLException {
    insert.setInt(1, file.edition());
    insert.setString(2, file.format().name());
    insert.setLong(3, file.models());
    insert.setLong(4, file.bytes());
    insert.setLong(5, file.gzipBytes());
    insert.setString(6, file.sha256());
    insert.setLong(7, file.crc32());
    insert.setInt(8, file.pieces());
    insert.executeUpdate();
  }

  private static void index(Connection connection, int edition) throws SQLException {
    String partition = "model_rating_e" + edition;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create index if not exists %1$s_by_code on %1$s (model_code collate \"C\")"
              .formatted(partition));
      statement.execute("analyze " + partition);
    }
  }

  /** The plain bytes of a piece. */
  public byte[] plain(ModelsFile file, int number) {
    return piece(file, number, row -> Pieces.inflate(row.getBytes(2), row.getInt(1)));
  }

  /** A piece as it is kept, for gzip. */
  public byte[] deflated(ModelsFile file, int number) {
    return piece(file, number, row -> row.getBytes(2));
  }

  private byte[] piece(ModelsFile file, int number, Database.RowMapper<byte[]> mapper) {
    return database
        .first(PIECE, mapper, file.edition(), file.format().name(), number)
        .orElseThrow(() -> new IllegalStateException(file + " has no piece " + number));
  }

  private static ModelsFile file(ResultSet row) throws SQLException {
    return new ModelsFile(
        row.getInt("edition"),
        FileFormat.valueOf(row.getString("format")),
        row.getLong("models"),
        row.getLong("bytes"),
        row.getLong("gzip_bytes"),
        row.getString("sha256"),
        row.getLong("crc32"),
        row.getInt("pieces"));
  }
}
