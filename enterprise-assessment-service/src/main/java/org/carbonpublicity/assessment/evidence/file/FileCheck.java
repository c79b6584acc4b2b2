package org.carbonpublicity.assessment.evidence.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a file is, and refuses what is not entirely that: a file with two meanings shows one to
 * the assessor and another to whatever opens it next. Each format is therefore walked from its
 * first byte to its last instead of being guessed by its beginning.
 */
public final class FileCheck {

  /** No browser and no reader looks further for the kind of a file. */
  private static final int HEAD = 4096;

  private static final int PDF_READERS_LOOK = 1024;

  private static final List<String> MARKUP =
      List.of("<script", "<html", "<!doctype", "<?php", "<svg", "<iframe", "<body", "javascript:");

  private static final long TAR_MARK = 257;
  private static final long ISO_MARK = 0x8001;

  private FileCheck() {}

  /**
   * The type of a file by its content.
   *
   * @param declared what the sender calls it; null or {@code application/octet-stream} for nothing
   * @throws UnacceptableFileException when it is none of {@link FileType}, not entirely that, or
   *     called by the wrong name
   */
  public static FileType check(SpooledFile file, FileName name, @Nullable String declared) {
    if (file.sizeBytes() == 0) {
      throw new UnacceptableFileException("empty", "the file is empty");
    }
    FileBytes bytes = file.bytes();
    FileType type = walk(bytes);
    refuseSecondMeaning(bytes, type);
    if (!type.isNamedBy(name.text())) {
      throw new UnacceptableFileException(
          "type-mismatch", "the content is " + type + ", which the name does not say");
    }
    if (declared != null
        && !declared.startsWith("application/octet-stream")
        && !type.isDeclaredBy(declared)) {
      throw new UnacceptableFileException(
          "type-mismatch", "the content is " + type + ", which Content-Type does not say");
    }
    return type;
  }

  private static FileType walk(FileBytes bytes) {
    if (bytes.is(0, "%PDF-")) {
      return PdfFile.check(bytes);
    } else if (bytes.is(0, PngFile.SIGNATURE)) {
      return PngFile.check(bytes);
    } else if (bytes.is(0, "\u00ff\u00d8\u00ff")) {
      return JpegFile.check(bytes);
    } else if (bytes.is(0, "RIFF") && bytes.is(8, "WEBP")) {
      return WebpFile.check(bytes);
    } else if (bytes.is(0, "II*\0") || bytes.is(0, "MM\0*")) {
      return TiffFile.check(bytes);
    } else if (bytes.is(0, ZipEntries.LOCAL)) {
      return OfficePackage.check(bytes);
    } else if (bytes.is(0, CompoundFile.SIGNATURE)) {
      return CompoundFile.check(bytes);
    }
    if (bytes.find("%PDF-", 0, PDF_READERS_LOOK) > 0) {
      throw new UnacceptableFileException("polyglot", "a PDF begins with its first byte");
    }
    throw new UnacceptableFileException(
        "unsupported-type", "the content is none of " + FileType.names());
  }

  private static void refuseSecondMeaning(FileBytes bytes, FileType type) {
    String head = bytes.head(HEAD);
    for (String mark : MARKUP) {
      if (head.contains(mark)) {
        throw new UnacceptableFileException("active-content", "markup stands in the beginning");
      }
    }
    if (type != FileType.PDF && bytes.find("%PDF-", 0, PDF_READERS_LOOK) >= 0) {
      throw second("a PDF");
    }
    if (bytes.is(TAR_MARK, "ustar")) {
      throw second("a TAR archive");
    }
    if (bytes.is(ISO_MARK, "CD001")) {
      throw second("an image of a disc");
    }
    boolean isOffice = type.ordinal() >= FileType.DOCX.ordinal();
    if (!isOffice && ZipEntries.isHiddenIn(bytes)) {
      throw second("a ZIP archive");
    }
  }

  private static UnacceptableFileException second(String what) {
    return new UnacceptableFileException("polyglot", "the file is at the same time " + what);
  }
}
