package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file at any place, a window of them in memory. What lies behind the end is damage.
 */
final class FileBytes {

  private static final int WINDOW = 64 * 1024;

  /** A line end or some padding behind the end hurts nobody, and nothing fits into it. */
  private static final int PADDING = 32;

  private final FileChannel channel;
  private final long size;
  private final byte[] window = new byte[WINDOW];
  private long start;
  private int length;

  FileBytes(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  long size() {
    return size;
  }

  /** One byte, 0 to 255. */
  int at(long position) {
    long offset = position - start;
    if (offset < 0 || offset >= length) {
      load(position);
      offset = position - start;
    }
    return window[(int) offset] & 0xFF;
  }

  byte[] read(long position, int count) {
    if (position < 0 || count < 0 || position > size - count) {
      throw damaged("the file ends before what it announces");
    }
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) at(position + i);
    }
    return bytes;
  }

  int u16Big(long position) {
    return at(position) << 8 | at(position + 1);
  }

  int u16Little(long position) {
    return at(position) | at(position + 1) << 8;
  }

  long u32Big(long position) {
    return (long) u16Big(position) << 16 | u16Big(position + 2);
  }

  long u32Little(long position) {
    return u16Little(position) | (long) u16Little(position + 2) << 16;
  }

  /** Whether these characters (Latin-1) stand here. */
  boolean is(long position, String text) {
    if (position < 0 || position > size - text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (at(position + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where these characters (Latin-1) stand first; -1 when nowhere between the two places. */
  long find(String text, long from, long to) {
    char first = text.charAt(0);
    long last = Math.min(to, size) - text.length();
    for (long i = Math.max(from, 0); i <= last; i++) {
      if (at(i) == first && is(i, text)) {
        return i;
      }
    }
    return -1;
  }

  /** The beginning as lower-case Latin-1. */
  String head(int most) {
    return new String(read(0, (int) Math.min(most, size)), StandardCharsets.ISO_8859_1)
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** Where the file ends when blanks, line ends and NULs are left out, a few of them only. */
  long endWithoutPadding() {
    long end = size;
    while (end > 0 && size - end < PADDING && isPadding(at(end - 1))) {
      end--;
    }
    return end;
  }

  /** Refuses what comes behind the end of the format. */
  void endsAt(long end) {
    if (end > size) {
      throw damaged("the file ends before what it announces");
    }
    boolean padded = size - end <= PADDING;
    for (long i = end; padded && i < size; i++) {
      padded = isPadding(at(i));
    }
    if (!padded) {
      throw new UnacceptableFileException(
          "trailing-data", "something comes behind the end of the document");
    }
  }

  private static boolean isPadding(int b) {
    return b == 0 || b == ' ' || b == '\r' || b == '\n' || b == '\t';
  }

  private void load(long position) {
    if (position < 0 || position >= size) {
      throw damaged("the file ends before what it announces");
    }
    try {
      // Some of what lies before, since formats are also read backwards.
      start = Math.max(0, position - WINDOW / 8);
      ByteBuffer target = ByteBuffer.wrap(window, 0, (int) Math.min(WINDOW, size - start));
      while (target.hasRemaining()) {
        if (channel.read(target, start + target.position()) < 0) {
          throw new IOException("the spooled file has become shorter");
        }
      }
      length = target.position();
    } catch (IOException e) {
      length = 0;
      throw new UncheckedIOException(e);
    }
  }
}
