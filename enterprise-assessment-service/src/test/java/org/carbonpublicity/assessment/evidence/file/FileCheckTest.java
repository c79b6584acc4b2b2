package org.carbonpublicity.assessment.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonpublicity.assessment.evidence.SampleFiles.bytes;
import static org.carbonpublicity.assessment.evidence.SampleFiles.compound;
import static org.carbonpublicity.assessment.evidence.SampleFiles.joined;
import static org.carbonpublicity.assessment.evidence.SampleFiles.word;
import static org.carbonpublicity.assessment.evidence.SampleFiles.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonpublicity.assessment.evidence.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCheckTest {

  @ParameterizedTest
  @CsvSource({
    "pdf,PDF",
    "png,PNG",
    "jpg,JPEG",
    "jpeg,JPEG",
    "webp,WEBP",
    "tif,TIFF",
    "tiff,TIFF",
    "docx,DOCX",
    "xlsx,XLSX",
    "pptx,PPTX",
    "doc,DOC",
    "xls,XLS",
    "ppt,PPT"
  })
  void takesEachKindByItsContent(String extension, FileType type) throws IOException {
    byte[] file = SampleFiles.of(extension);

    assertThat(check(file, extension, null)).isEqualTo(type);
    assertThat(check(file, extension.toUpperCase(Locale.ROOT), type.mediaType() + "; a=b"))
        .isEqualTo(type);
    assertThat(check(file, extension, "application/octet-stream")).isEqualTo(type);
    assertThat(check(joined(file, bytes(isOffice(type) ? "" : "\r\n\0")), extension, null))
        .isEqualTo(type);
  }

  @Test
  void nameContentAndContentTypeAgree() {
    assertRefused("type-mismatch", SampleFiles.of("png"), "jpg", null);
    assertRefused("type-mismatch", SampleFiles.of("png"), "", null);
    assertRefused("type-mismatch", SampleFiles.of("png"), "png", "image/jpeg");
    assertRefused("type-mismatch", SampleFiles.of("docx"), "xlsx", null);
    assertRefused("type-mismatch", SampleFiles.of("doc"), "docx", null);
    assertRefused("type-mismatch", SampleFiles.of("pdf"), "pdf.exe", null);
  }

  @Test
  void takesNothingElse() {
    assertRefused("empty", new byte[0], "pdf", null);
    assertRefused("unsupported-type", bytes(SampleFiles.HTML), "pdf", "application/pdf");
    assertRefused("unsupported-type", bytes("MZ\u0090\0 program"), "pdf", null);
    assertRefused("unsupported-type", bytes("#!/bin/sh\nrm -rf ~"), "png", null);
    assertRefused("unsupported-type", bytes("GIF89a ….."), "png", null);
    assertRefused("unsupported-type", joined(bytes("GIF89a"), SampleFiles.jar()), "jpg", null);
    assertRefused("unsupported-type", SampleFiles.jar(), "docx", null);
    assertRefused("unsupported-type", compound("AnInstaller"), "doc", null);
    assertRefused("damaged", bytes("%PDF-1.7 and no more"), "pdf", null);
    assertRefused("damaged", bytes("%PDF-x"), "pdf", null);
  }

  @Test
  void aPngKeepsItsCheckSums() {
    byte[] png = SampleFiles.of("png");
    png[png.length / 2]++;
    assertRefused("damaged", png, "png", null);
  }

  /** Every kind with an archive, a page or another document behind its end. */
  @ParameterizedTest
  @CsvSource({"pdf", "png", "jpg", "webp", "tiff", "docx", "doc"})
  void nothingComesBehindTheEnd(String extension) {
    byte[] file = SampleFiles.of(extension);

    // An archive behind an archive is one that begins too late.
    String code = extension.equals("docx") ? "polyglot" : "trailing-data";
    assertRefused(code, joined(file, SampleFiles.jar()), extension, null);
    assertRefused("trailing-data", joined(file, bytes(SampleFiles.HTML)), extension, null);
    assertRefused("trailing-data", joined(file, SampleFiles.image("png")), extension, null);
    // More padding than padding is.
    if (!extension.equals("doc")) {
      assertRefused("trailing-data", joined(file, new byte[100]), extension, null);
    }
  }

  @Test
  void nothingComesBeforeTheBeginning() {
    byte[] pdf = SampleFiles.of("pdf");
    assertRefused("polyglot", joined(bytes("\n"), pdf), "pdf", null);
    assertRefused("polyglot", joined(bytes("GIF89a" + " ".repeat(900)), pdf), "pdf", null);
    assertRefused("unsupported-type", joined(bytes("x"), SampleFiles.of("docx")), "docx", null);
    // Readers of archives look for the end only, and would find the document.
    assertRefused("type-mismatch", SampleFiles.of("jpg"), "docx", null);
    assertRefused(
        "trailing-data", joined(SampleFiles.of("jpg"), SampleFiles.of("docx")), "docx", null);
  }

  @Test
  void noArchiveHidesInside() {
    // Its end is looked for from behind, and a comment may follow it.
    String pdfEnd = "\nendobj\nstartxref\n9\n%%EOF";
    byte[] archive = zip(Map.of("a.class", bytes("code")), pdfEnd);
    assertRefused("polyglot", joined(bytes("%PDF-1.4\n1 0 obj "), archive), "pdf", null);
    assertRefused("polyglot", SampleFiles.jpegWithComment(SampleFiles.jar()), "jpg", null);
    assertRefused("polyglot", SampleFiles.jpegWithComment(emptyArchive()), "jpg", null);
    assertThatTakes(
        SampleFiles.jpegWithComment(bytes("PK\5\6 by chance, and nothing behind")), "jpg");
  }

  @Test
  void noOtherFormatBeginsInside() {
    assertRefused("active-content", SampleFiles.pngWithText(SampleFiles.HTML), "png", null);
    assertRefused(
        "active-content", SampleFiles.jpegWithComment(bytes("<SCRIPT src=x>")), "jpg", null);
    assertRefused("active-content", SampleFiles.pdf("<?php system($_GET[0]); ?>"), "pdf", null);
    assertRefused("polyglot", SampleFiles.jpegWithComment(SampleFiles.of("pdf")), "jpg", null);
    byte[] tar = SampleFiles.jpegWithComment(new byte[600]);
    System.arraycopy(bytes("ustar"), 0, tar, 257, 5);
    assertRefused("polyglot", tar, "jpg", null);
    assertThatTakes(SampleFiles.pngWithText("taken at the factory, 2024"), "png");
  }

  @Test
  void noMacros() {
    Map<String, byte[]> parts = word();
    parts.put("word/vbaProject.bin", new byte[10]);
    assertRefused("macros", zip(parts), "docx", null);

    Map<String, byte[]> renamed = word();
    renamed.put(
        "word/_rels/document.xml.rels",
        SampleFiles.relationships(
            "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "image1.bin"));
    assertRefused("macros", zip(renamed), "docx", null);

    Map<String, byte[]> enabled = word();
    enabled.put(
        "[Content_Types].xml",
        bytes(
            "<Types><Override PartName=\"/word/document.xml\" ContentType="
                + "\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"));
    assertRefused("macros", zip(enabled), "docx", null);
    assertRefused("macros", compound("WordDocument", "Macros"), "doc", null);
    assertRefused("macros", compound("Workbook", "_VBA_PROJECT_CUR"), "xls", null);
    assertRefused("encrypted", compound("EncryptedPackage", "EncryptionInfo"), "docx", null);
  }

  @Test
  void packagesAreArchivesAndNothingElse() {
    byte[] document = zip(word());
    byte[] second = joined(document, bytes("GAP"));
    assertRefused("trailing-data", second, "docx", null);
    assertRefused("trailing-data", zip(word(), "a comment"), "docx", null);

    int directory = find(document, "PK\1\2");
    byte[] gap = insert(document, directory, bytes(SampleFiles.HTML));
    shift(gap, SampleFiles.HTML.length());
    assertRefused("polyglot", gap, "docx", null);

    Map<String, byte[]> twice = word();
    twice.put("WORD/Document.xml", bytes("<another/>"));
    assertRefused("damaged", zip(twice), "docx", null);

    Map<String, byte[]> out = word();
    out.put("../../etc/passwd", bytes("x"));
    assertRefused("damaged", zip(out), "docx", null);

    Map<String, byte[]> entities = word();
    entities.put(
        "[Content_Types].xml",
        bytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Types>&e;</Types>"));
    assertRefused("damaged", zip(entities), "docx", null);
  }

  /** A spreadsheet that lies in a text makes no spreadsheet of it. */
  @Test
  void tellsADocumentFromWhatLiesInIt() throws IOException {
    byte[] text = compound(List.of("WordDocument"), List.of("Workbook"));
    byte[] sheet = compound(List.of("Workbook"), List.of("WordDocument"));

    assertThat(check(text, "doc", null)).isEqualTo(FileType.DOC);
    assertThat(check(sheet, "xls", null)).isEqualTo(FileType.XLS);
  }

  private static boolean isOffice(FileType type) {
    return type.ordinal() >= FileType.DOCX.ordinal();
  }

  private static void assertThatTakes(byte[] file, String extension) {
    try {
      assertThat(check(file, extension, null).isNamedBy("a." + extension)).isTrue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(String code, byte[] file, String extension, String declared) {
    assertThatThrownBy(() -> check(file, extension, declared))
        .isInstanceOfSatisfying(
            UnacceptableFileException.class,
            e -> assertThat(e.code()).as(e.message()).isEqualTo(code));
  }

  private static FileType check(byte[] content, String extension, String declared)
      throws IOException {
    try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(content))) {
      return FileCheck.check(file, FileName.of("evidence." + extension), declared);
    }
  }

  private static byte[] emptyArchive() {
    byte[] end = new byte[22];
    System.arraycopy(bytes("PK\5\6"), 0, end, 0, 4);
    return end;
  }

  private static int find(byte[] file, String mark) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(mark);
  }

  private static byte[] insert(byte[] file, int at, byte[] more) {
    return joined(Arrays.copyOf(file, at), more, Arrays.copyOfRange(file, at, file.length));
  }

  /** Moves the directory's place, which the end of the archive names, by some bytes. */
  private static void shift(byte[] archive, int by) {
    ByteBuffer numbers = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int field = archive.length - 22 + 16;
    numbers.putInt(field, numbers.getInt(field) + by);
  }
}
