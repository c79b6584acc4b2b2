package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

/** A JPEG (ITU T.81): segments and scans, from SOI to the first EOI. */
final class JpegFile {

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int TEM = 0x01;

  private JpegFile() {}

  static FileType check(FileBytes bytes) {
    long position = 2;
    boolean hasScan = false;
    while (true) {
      if (bytes.at(position) != 0xFF) {
        throw damaged("a segment of the JPEG does not begin with a marker");
      }
      while (bytes.at(position) == 0xFF) {
        position++;
      }
      int marker = bytes.at(position++);
      if (marker == EOI) {
        break;
      } else if (marker == 0 || marker == SOI) {
        throw damaged("a marker of the JPEG is out of place");
      } else if (marker == TEM || isRestart(marker)) {
        continue;
      }
      int length = bytes.u16Big(position);
      if (length < 2) {
        throw damaged("a segment of the JPEG has no length");
      }
      position += length;
      if (marker == SOS) {
        hasScan = true;
        position = behindScan(bytes, position);
      }
    }
    if (!hasScan) {
      throw damaged("the JPEG has no image");
    }
    bytes.endsAt(position);
    return FileType.JPEG;
  }

  /** The next marker that does not belong to the coded image itself. */
  private static long behindScan(FileBytes bytes, long from) {
    long position = from;
    while (true) {
      if (bytes.at(position) == 0xFF) {
        int next = bytes.at(position + 1);
        if (next != 0 && next != 0xFF && !isRestart(next)) {
          return position;
        }
      }
      position++;
    }
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }
}
