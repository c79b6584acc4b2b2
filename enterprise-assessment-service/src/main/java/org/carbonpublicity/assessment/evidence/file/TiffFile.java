package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A TIFF 6.0. It has no end mark: its end is the last byte that a directory speaks of. BigTIFF is
 * not taken.
 */
final class TiffFile {

  /** Bytes of a value by its type, 1 to 13. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int JPEG_OFFSET = 513;
  private static final int JPEG_LENGTH = 514;
  private static final Set<Integer> DIRECTORIES = Set.of(330, 34665, 34853, 40965);
  private static final int MOST_DIRECTORIES = 1_000;

  private final FileBytes bytes;
  private final boolean big;
  private final Deque<Long> open = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private long end = 8;
  private boolean hasImage;

  private TiffFile(FileBytes bytes) {
    this.bytes = bytes;
    this.big = bytes.at(0) == 'M';
  }

  static FileType check(FileBytes bytes) {
    TiffFile tiff = new TiffFile(bytes);
    tiff.open.add(tiff.u32(4));
    while (!tiff.open.isEmpty()) {
      tiff.directory(tiff.open.remove());
    }
    if (!tiff.hasImage) {
      throw damaged("the TIFF has no image");
    }
    bytes.endsAt(tiff.end);
    return FileType.TIFF;
  }

  /** Where the values of a field are, and how many. */
  private record Field(int type, long count, long position) {}

  private void directory(long position) {
    if (position == 0 || !seen.add(position)) {
      return;
    }
    if (seen.size() > MOST_DIRECTORIES) {
      throw damaged("the TIFF has too many directories");
    }
    int count = u16(position);
    Map<Integer, Field> fields = new HashMap<>();
    for (int i = 0; i < count; i++) {
      long entry = position + 2 + 12L * i;
      int type = u16(entry + 2);
      long values = u32(entry + 4);
      if (type < 1 || type >= SIZES.length) {
        throw damaged("a field of the TIFF has an unknown type");
      }
      long length = values * SIZES[type];
      long at = length <= 4 ? entry + 8 : u32(entry + 8);
      reaches(at, length);
      fields.put(u16(entry), new Field(type, values, at));
    }
    long next = position + 2 + 12L * count;
    reaches(position, next + 4 - position);
    open.add(u32(next));
    for (int tag : DIRECTORIES) {
      Field field = fields.get(tag);
      for (long i = 0; field != null && i < Math.min(field.count(), MOST_DIRECTORIES); i++) {
        open.add(value(field, i));
      }
    }
    blocks(fields.get(STRIP_OFFSETS), fields.get(STRIP_LENGTHS));
    blocks(fields.get(TILE_OFFSETS), fields.get(TILE_LENGTHS));
    Field jpeg = fields.get(JPEG_OFFSET);
    Field jpegLength = fields.get(JPEG_LENGTH);
    if (jpeg != null && jpegLength != null) {
      reaches(value(jpeg, 0), value(jpegLength, 0));
    }
  }

  private void blocks(@Nullable Field offsets, @Nullable Field lengths) {
    if (offsets == null) {
      return;
    }
    if (lengths == null || lengths.count() != offsets.count()) {
      throw damaged("the TIFF does not say how long its image is");
    }
    hasImage = true;
    for (long i = 0; i < offsets.count(); i++) {
      reaches(value(offsets, i), value(lengths, i));
    }
  }

  private void reaches(long position, long length) {
    if (position < 0 || length < 0 || position > bytes.size() - length) {
      throw damaged("the file ends before what it announces");
    }
    end = Math.max(end, position + length);
  }

  private long value(Field field, long index) {
    int size = SIZES[field.type()];
    long at = field.position() + index * size;
    return switch (size) {
      case 2 -> u16(at);
      case 4 -> u32(at);
      default -> throw damaged("a field of the TIFF has a type that is not its own");
    };
  }

  private int u16(long position) {
    return big ? bytes.u16Big(position) : bytes.u16Little(position);
  }

  private long u32(long position) {
    return big ? bytes.u32Big(position) : bytes.u32Little(position);
  }
}
