package org.carbonpublicity.reporting.opendata.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.carbonpublicity.reporting.opendata.FileFormat;
import org.carbonpublicity.reporting.opendata.ModelsFile;
import org.jspecify.annotations.Nullable;

/** Makes a file row by row and hands it on in pieces; never has more than a piece of it. */
public final class FileWriter {

  /** A piece is at least this long, but for the last; it ends with a row. */
  private static final int PIECE_BYTES = 256 * 1024;

  /** Takes the pieces, in order. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a piece.
     *
     * @param number from 0
     * @param raw plain bytes in it
     */
    void accept(int number, int raw, byte[] deflated) throws SQLException;
  }

  /** The bytes of one piece, which are not copied on their way. */
  private static final class PlainBytes extends ByteArrayOutputStream {
    PlainBytes() {
      super(PIECE_BYTES + PIECE_BYTES / 4);
    }

    byte[] bytes() {
      return buf;
    }
  }

  private final FileFormat format;
  private final Sink sink;
  private final MessageDigest sha256 = sha256();
  private final CRC32 crc32 = new CRC32();
  private final PlainBytes plain = new PlainBytes();
  private final RowWriter rows;
  private long models;
  private long bytes;
  private long deflatedBytes;
  private int pieces;

  public FileWriter(FileFormat format, Sink sink) throws IOException {
    this.format = format;
    this.sink = sink;
    this.rows = RowWriter.of(format, plain);
  }

  /**
   * Adds a model.
   *
   * @param values by the ordinal of their field; null is missing
   */
  public void add(@Nullable String[] values) throws IOException, SQLException {
    rows.write(values);
    models++;
    if (plain.size() >= PIECE_BYTES) {
      cut();
    }
  }

  /** Ends the file. */
  public ModelsFile finish(int edition) throws IOException, SQLException {
    rows.flush();
    if (plain.size() > 0) {
      cut();
    }
    return new ModelsFile(
        edition,
        format,
        models,
        bytes,
        deflatedBytes + Pieces.gzipFrameBytes(),
        HexFormat.of().formatHex(sha256.digest()),
        crc32.getValue(),
        pieces);
  }

  private void cut() throws IOException, SQLException {
    rows.flush();
    int length = plain.size();
    sha256.update(plain.bytes(), 0, length);
    crc32.update(plain.bytes(), 0, length);
    byte[] deflated = Pieces.deflate(plain.bytes(), length);
    sink.accept(pieces, length, deflated);
    pieces++;
    bytes += length;
    deflatedBytes += deflated.length;
    plain.reset();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
