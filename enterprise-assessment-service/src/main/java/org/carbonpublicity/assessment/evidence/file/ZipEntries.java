package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a ZIP archive (APPNOTE 6.3) that is nothing but an archive: its entries lie one
 * behind the other from the first byte on, its directory follows, and its end is the file's.
 */
final class ZipEntries {

  static final String LOCAL = "PK\u0003\u0004";
  private static final String CENTRAL = "PK\u0001\u0002";
  private static final String END = "PK\u0005\u0006";
  private static final int END_LENGTH = 22;
  private static final int MOST = 20_000;

  /** Bytes of all entries when they are expanded; who reads evidence must survive it. */
  private static final long MOST_EXPANDED = 1L << 30;

  private static final int ENCRYPTED = 1;
  private static final int HAS_DESCRIPTOR = 8;

  /** What an entry's sizes take behind its content, with and without mark and 64 bits. */
  private static final Set<Long> DESCRIPTORS = Set.of(0L, 12L, 16L, 20L, 24L);

  private final FileBytes bytes;
  private final List<Entry> entries;

  private ZipEntries(FileBytes bytes, List<Entry> entries) {
    this.bytes = bytes;
    this.entries = entries;
  }

  /**
   * One entry.
   *
   * @param size of its content as it lies here, bytes
   * @param expanded of its content, bytes
   */
  record Entry(String name, int flags, int method, long size, long expanded, long header) {}

  List<Entry> all() {
    return entries;
  }

  /** Reads the directory and compares it with what lies there. */
  static ZipEntries read(FileBytes bytes) {
    long end = bytes.size() - END_LENGTH;
    if (!bytes.is(end, END) || bytes.u16Little(end + 20) != 0) {
      if (bytes.find(END, 0, bytes.size()) >= 0) {
        throw new UnacceptableFileException(
            "trailing-data", "something comes behind the end of the document");
      }
      throw damaged("the archive has no end");
    }
    int count = bytes.u16Little(end + 10);
    long directory = bytes.u32Little(end + 16);
    if (count > MOST) {
      throw damaged("the archive has too many entries");
    }
    if (directory + bytes.u32Little(end + 12) != end) {
      throw new UnacceptableFileException(
          "polyglot", "the archive does not begin with the first byte");
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long position = directory;
    long expanded = 0;
    for (int i = 0; i < count; i++) {
      Entry entry = entry(bytes, position);
      position +=
          46L
              + bytes.u16Little(position + 28)
              + bytes.u16Little(position + 30)
              + bytes.u16Little(position + 32);
      expanded += entry.expanded();
      if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
        throw damaged("the archive has two entries of one name");
      }
      entries.add(entry);
    }
    if (position != end) {
      throw damaged("the archive's directory has another length");
    }
    if (expanded > MOST_EXPANDED) {
      throw damaged("the archive expands to more than a gibibyte");
    }
    ZipEntries archive = new ZipEntries(bytes, entries);
    archive.refuseGaps(directory);
    return archive;
  }

  private static Entry entry(FileBytes bytes, long position) {
    if (!bytes.is(position, CENTRAL)) {
      throw damaged("the archive's directory is not one");
    }
    int flags = bytes.u16Little(position + 8);
    int method = bytes.u16Little(position + 10);
    if ((flags & ENCRYPTED) != 0) {
      throw new UnacceptableFileException("encrypted", "the document is protected by a password");
    }
    if (method != 0 && method != 8) {
      throw damaged("the archive is packed in a way that documents are not");
    }
    String name =
        new String(
            bytes.read(position + 46, bytes.u16Little(position + 28)), StandardCharsets.UTF_8);
    if (name.startsWith("/") || name.contains("\\") || ("/" + name + "/").contains("/../")) {
      throw damaged("an entry of the archive leads out of it");
    }
    return new Entry(
        name,
        flags,
        method,
        bytes.u32Little(position + 20),
        bytes.u32Little(position + 24),
        bytes.u32Little(position + 42));
  }

  private void refuseGaps(long directory) {
    List<Entry> inOrder = entries.stream().sorted(Comparator.comparingLong(Entry::header)).toList();
    long end = 0;
    boolean described = false;
    for (Entry entry : inOrder) {
      refuseGap(entry.header() - end, described);
      boolean same =
          bytes.is(entry.header(), LOCAL)
              && bytes.u16Little(entry.header() + 8) == entry.method()
              && new String(
                      bytes.read(entry.header() + 30, bytes.u16Little(entry.header() + 26)),
                      StandardCharsets.UTF_8)
                  .equals(entry.name());
      if (!same) {
        throw damaged("an entry of the archive is not what its directory says");
      }
      end = content(entry) + entry.size();
      described = (entry.flags() & HAS_DESCRIPTOR) != 0;
    }
    refuseGap(directory - end, described);
  }

  private static void refuseGap(long gap, boolean described) {
    if (described ? !DESCRIPTORS.contains(gap) : gap != 0) {
      throw new UnacceptableFileException(
          "polyglot", "something lies between the entries of the archive");
    }
  }

  private long content(Entry entry) {
    return entry.header()
        + 30
        + bytes.u16Little(entry.header() + 26)
        + bytes.u16Little(entry.header() + 28);
  }

  /** The content of an entry, expanded. */
  byte[] read(Entry entry, int most) {
    if (entry.expanded() > most || entry.size() > most) {
      throw damaged(entry.name() + " is longer than in any document");
    }
    byte[] packed = bytes.read(content(entry), (int) entry.size());
    if (entry.method() == 0) {
      return packed;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] expanded = new byte[(int) entry.expanded()];
      int length = inflater.inflate(expanded);
      if (length != expanded.length) {
        throw damaged(entry.name() + " has another length than the archive says");
      }
      return expanded;
    } catch (DataFormatException e) {
      throw damaged(entry.name() + " cannot be expanded");
    } finally {
      inflater.end();
    }
  }

  /**
   * Whether an archive lies in a file of another kind: readers look for its end from behind and
   * accept whatever lies before it. The four bytes of the mark alone occur by chance.
   */
  static boolean isHiddenIn(FileBytes bytes) {
    long end = bytes.find(END, 0, bytes.size());
    while (end >= 0) {
      if (end <= bytes.size() - END_LENGTH) {
        long length = bytes.u32Little(end + 12);
        boolean empty =
            length == 0 && bytes.u32Little(end + 4) == 0 && bytes.u32Little(end + 8) == 0;
        if (empty || (length > 0 && bytes.is(end - length, CENTRAL))) {
          return true;
        }
      }
      end = bytes.find(END, end + 1, bytes.size());
    }
    return false;
  }
}
