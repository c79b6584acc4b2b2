package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

import java.util.zip.CRC32;

/** A PNG (RFC 2083): chunks with check sums, from IHDR to IEND. */
final class PngFile {

  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  private PngFile() {}

  static FileType check(FileBytes bytes) {
    long position = SIGNATURE.length();
    boolean hasImage = false;
    for (boolean first = true; ; first = false) {
      long length = bytes.u32Big(position);
      if (length > bytes.size() - position - 12) {
        throw damaged("a chunk of the PNG is longer than the file");
      }
      if (first != bytes.is(position + 4, "IHDR")) {
        throw damaged("a PNG begins with one header");
      }
      CRC32 sum = new CRC32();
      for (long i = position + 4; i < position + 8 + length; i++) {
        sum.update(bytes.at(i));
      }
      if (sum.getValue() != bytes.u32Big(position + 8 + length)) {
        throw damaged("a chunk of the PNG does not have its check sum");
      }
      hasImage |= bytes.is(position + 4, "IDAT");
      boolean last = bytes.is(position + 4, "IEND");
      position += 12 + length;
      if (last) {
        break;
      }
    }
    if (!hasImage) {
      throw damaged("the PNG has no image");
    }
    bytes.endsAt(position);
    return FileType.PNG;
  }
}
