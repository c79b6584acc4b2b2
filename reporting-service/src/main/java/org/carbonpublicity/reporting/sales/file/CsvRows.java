package org.carbonpublicity.reporting.sales.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException.Kind;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file in UTF-8 or GB18030. */
final class CsvRows implements FileRows {

  /** A last row of our own: where a quote stays open, it is swallowed by what is quoted. */
  private static final List<String> END = List.of("\uFFFF");

  private static final int MOST_FIELDS = 100;
  private static final int LARGEST_RECORD = 64 * 1024;

  private final CloseableIterator<de.siegmar.fastcsv.reader.CsvRecord> records;
  private long number;

  CsvRows(InputStream body) {
    this.records =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MOST_FIELDS)
                    .maxFieldSize(LARGEST_RECORD)
                    .maxRecordSize(LARGEST_RECORD)
                    .build(),
                new EndedReader(new DetectingReader(body)))
            .iterator();
  }

  @Override
  public @Nullable Cells next() {
    try {
      while (records.hasNext()) {
        List<String> fields = records.next().getFields();
        number++;
        boolean last = !records.hasNext();
        if (last && fields.equals(END)) {
          return null;
        }
        if (last) {
          number--;
          throw malformed();
        }
        if (!blank(fields)) {
          return new Cells(number, fields, List.of());
        }
      }
      return null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean statesAllCells() {
    return true;
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean blank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private RuntimeException unreadable(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableFileException refused) {
        return refused;
      }
      if (cause instanceof CharacterCodingException) {
        return new UnreadableFileException(
            Kind.UNREADABLE,
            number + 1,
            "unknown-encoding",
            "after row " + number + ": not UTF-8 or GB18030");
      }
      if (cause instanceof IOException) {
        return new UncheckedIOException((IOException) cause);
      }
      if (cause instanceof RuntimeException other
          && !(other instanceof CsvParseException)
          && !(other instanceof UncheckedIOException)) {
        // Of whoever hands the bytes in: that there are too many of them, for instance.
        return other;
      }
    }
    return malformed();
  }

  private UnreadableFileException malformed() {
    return new UnreadableFileException(
        Kind.UNREADABLE,
        number + 1,
        "malformed-csv",
        "after row "
            + number
            + ": an open quote, or a row over 64 KB or "
            + MOST_FIELDS
            + " cells");
  }

  /** Lets the last row follow the file. */
  private static final class EndedReader extends FilterReader {

    private final StringReader end = new StringReader("\n" + END.get(0));
    private boolean ended;

    EndedReader(Reader file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = ended ? -1 : in.read(target, offset, length);
      ended = count < 0;
      return ended ? end.read(target, offset, length) : count;
    }
  }
}
