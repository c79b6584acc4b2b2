package org.carbonpublicity.assessment.evidence.file;

import static org.carbonpublicity.assessment.evidence.file.UnacceptableFileException.damaged;

/** A PDF (ISO 32000): a header at its first byte, an end mark at its last. */
final class PdfFile {

  private static final String END = "%%EOF";
  private static final int TRAILER = 2048;

  private PdfFile() {}

  static FileType check(FileBytes bytes) {
    boolean hasVersion =
        (bytes.at(5) == '1' || bytes.at(5) == '2')
            && bytes.at(6) == '.'
            && bytes.at(7) >= '0'
            && bytes.at(7) <= '9';
    if (!hasVersion) {
      throw damaged("the PDF has no version");
    }
    long end = bytes.endWithoutPadding();
    if (!bytes.is(end - END.length(), END)) {
      if (bytes.find(END, 0, end) >= 0) {
        throw new UnacceptableFileException(
            "trailing-data", "something comes behind the end of the document");
      }
      throw damaged("the PDF has no end");
    }
    if (bytes.find("startxref", end - TRAILER, end) < 0) {
      throw damaged("the PDF does not say where its objects are");
    }
    return FileType.PDF;
  }
}
