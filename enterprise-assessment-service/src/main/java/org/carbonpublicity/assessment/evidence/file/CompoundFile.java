package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A document of Office before 2007: a compound file (MS-CFB), told apart by the streams in its
 * directory.
 */
final class CompoundFile {

  static final String SIGNATURE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

  private static final long FREE = 0xFFFFFFFFL;
  private static final long LAST_REAL = 0xFFFFFFFAL;
  private static final int IN_HEADER = 109;
  private static final int ENTRY = 128;
  private static final Set<String> MACROS =
      Set.of("macros", "_vba_project_cur", "_vba_project", "vba");

  private final FileBytes bytes;
  private final int sector;

  /** The sector that follows each. */
  private final long[] next;

  private CompoundFile(FileBytes bytes) {
    this.bytes = bytes;
    int shift = bytes.u16Little(30);
    if (shift != 9 && shift != 12) {
      throw damaged("the document has sectors of no known size");
    }
    this.sector = 1 << shift;
    this.next = new long[(int) ((bytes.size() - 1) / sector)];
    Arrays.fill(next, FREE);
  }

  static FileType check(FileBytes bytes) {
    CompoundFile file = new CompoundFile(bytes);
    file.readAllocation();
    List<Entry> entries = file.directory();
    file.refuseWhatLiesBehind();
    if (entries.stream().map(Entry::name).anyMatch(MACROS::contains)) {
      throw new UnacceptableFileException("macros", "documents with macros are not taken");
    }
    Set<String> names = top(entries);
    if (names.contains("encryptedpackage")) {
      throw new UnacceptableFileException("encrypted", "the document is protected by a password");
    }
    if (names.contains("worddocument")) {
      return FileType.DOC;
    } else if (names.contains("workbook") || names.contains("book")) {
      return FileType.XLS;
    } else if (names.contains("powerpoint document")) {
      return FileType.PPT;
    }
    throw new UnacceptableFileException(
        "unsupported-type", "the content is none of " + FileType.names());
  }

  private long position(long number) {
    if (number >= next.length) {
      throw damaged("the document speaks of a sector that is not there");
    }
    return (number + 1) * sector;
  }

  private void readAllocation() {
    long tables = bytes.u32Little(44);
    if (tables > next.length) {
      throw damaged("the document has more tables than sectors");
    }
    long list = 76;
    int left = IN_HEADER;
    long more = bytes.u32Little(68);
    for (long table = 0; table < tables; table++) {
      if (left == 0) {
        list = position(more);
        left = sector / 4 - 1;
        more = bytes.u32Little(list + sector - 4);
      }
      readTable(table, position(bytes.u32Little(list)));
      list += 4;
      left--;
    }
  }

  private void readTable(long table, long at) {
    int entries = sector / 4;
    for (int i = 0; i < entries; i++) {
      long number = table * entries + i;
      if (number < next.length && at + 4L * i + 4 <= bytes.size()) {
        next[(int) number] = bytes.u32Little(at + 4L * i);
      }
    }
  }

  /**
   * A storage or stream.
   *
   * @param name in lower case
   * @param left and right: its neighbours in the tree of what lies in one storage
   */
  private record Entry(String name, long left, long right, long child) {}

  private List<Entry> directory() {
    List<Entry> entries = new ArrayList<>();
    long current = bytes.u32Little(48);
    for (int steps = 0; current <= LAST_REAL; steps++) {
      if (steps > next.length) {
        throw damaged("the directory of the document runs in a circle");
      }
      long end = position(current) + sector;
      for (long at = end - sector; at < end; at += ENTRY) {
        int length = bytes.u16Little(at + 64);
        boolean used = bytes.at(at + 66) != 0 && length >= 2 && length <= 64;
        String name = used ? new String(bytes.read(at, length - 2), StandardCharsets.UTF_16LE) : "";
        entries.add(
            new Entry(
                name.toLowerCase(Locale.ROOT),
                bytes.u32Little(at + 68),
                bytes.u32Little(at + 72),
                bytes.u32Little(at + 76)));
      }
      current = next[(int) current];
    }
    return entries;
  }

  /** Names of what lies in the document itself, without what lies in documents inside of it. */
  private static Set<String> top(List<Entry> entries) {
    Set<String> names = new HashSet<>();
    Set<Long> seen = new HashSet<>();
    Deque<Long> open = new ArrayDeque<>();
    open.add(entries.isEmpty() ? FREE : entries.get(0).child());
    while (!open.isEmpty()) {
      long number = open.remove();
      if (number < entries.size() && seen.add(number)) {
        Entry entry = entries.get((int) number);
        names.add(entry.name());
        open.add(entry.left());
        open.add(entry.right());
      }
    }
    return names;
  }

  /** The end of a document is that of its last sector in use; empty ones may follow. */
  private void refuseWhatLiesBehind() {
    int last = next.length - 1;
    while (last >= 0 && next[last] == FREE) {
      last--;
    }
    for (long i = (last + 2L) * sector; i < bytes.size(); i++) {
      if (bytes.at(i) != 0) {
        throw new UnacceptableFileException(
            "trailing-data", "something comes behind the end of the document");
      }
    }
  }
}
