package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

/** A WebP (RFC 9649): a RIFF whose chunks fill the length that it announces. */
final class WebpFile {

  private static final int HEADER = 12;

  private WebpFile() {}

  static FileType check(FileBytes bytes) {
    long end = 8 + bytes.u32Little(4);
    long position = HEADER;
    if (!bytes.is(position, "VP8")) {
      throw damaged("the WebP has no image");
    }
    while (position < end) {
      long length = bytes.u32Little(position + 4);
      position += 8 + length + (length & 1);
    }
    if (position != end) {
      throw damaged("the chunks of the WebP do not fill it");
    }
    bytes.endsAt(end);
    return FileType.WEBP;
  }
}
