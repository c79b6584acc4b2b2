package org.carbonpublicity.reporting.sales.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException.Kind;

/**
 * Looks through a workbook before it is read: how much it unpacks to, and whether its markup is
 * harmless. Nothing of it is kept in memory.
 *
 * <p>It unpacks with the library that the reader of workbooks unpacks with: of an archive that two
 * libraries understand differently, the wrong one would be judged.
 */
final class SpreadsheetSafety {

  private static final long LARGEST_PART = 128L * 1024 * 1024;
  private static final long LARGEST_WHOLE = 256L * 1024 * 1024;

  /** Real sheets pack to a tenth or twentieth; judged once enough has come out. */
  private static final long LARGEST_RATIO = 100;

  private static final long JUDGED_FROM = 8L * 1024 * 1024;

  private static final int MOST_PARTS = 1_000;

  private final MarkupSafety markup = new MarkupSafety();
  private long unpacked;
  private long packed;

  /**
   * @throws UnreadableFileException when the file must not be read
   */
  void check(Path file) {
    int parts = 0;
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      packed = Files.size(file);
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw tooLarge("the workbook has more than " + MOST_PARTS + " parts");
        }
        try (InputStream part = zip.getInputStream(entry)) {
          check(entry.getName().toLowerCase(Locale.ROOT), part);
        }
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library has no exception of its own for archives that it cannot make sense of.
      throw malformed("the file is not a readable zip archive");
    }
    if (parts == 0) {
      throw malformed("the file is not a zip archive");
    }
    markup.finish();
  }

  private void check(String name, InputStream zip) throws IOException {
    BufferedInputStream part = new BufferedInputStream(new Counting(zip));
    if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml") || isXml(part)) {
      markup.check(part);
    }
    part.transferTo(OutputStream.nullOutputStream());
  }

  /** Whether an XML parser would begin to read: what a part is called binds nobody. */
  private static boolean isXml(InputStream part) throws IOException {
    part.mark(4);
    byte[] start = part.readNBytes(4);
    part.reset();
    if (start.length < 4) {
      return false;
    }
    int first = start[0] & 0xFF;
    int second = start[1] & 0xFF;
    return switch (first) {
      case '<', ' ', '\t', '\r', '\n' -> true;
      case 0xEF -> second == 0xBB;
      case 0xFE -> second == 0xFF;
      case 0xFF -> second == 0xFE;
      case 0 -> second == '<' || (second == 0 && (start[3] == '<' || start[2] == (byte) 0xFE));
      default -> false;
    };
  }

  static UnreadableFileException malformed(String message) {
    return new UnreadableFileException(Kind.UNREADABLE, "malformed-spreadsheet", message);
  }

  static UnreadableFileException tooLarge(String message) {
    return new UnreadableFileException(Kind.TOO_LARGE, "expands-too-much", message);
  }

  /** Counts what comes out of the archive. */
  private final class Counting extends FilterInputStream {

    private long read;

    Counting(InputStream zip) {
      super(zip);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        read += count;
        unpacked += count;
        boolean bomb = unpacked > JUDGED_FROM && unpacked / LARGEST_RATIO > packed;
        if (bomb || read > LARGEST_PART || unpacked > LARGEST_WHOLE) {
          throw tooLarge("the workbook unpacks to more than is read");
        }
      }
      return count;
    }
  }
}
