package org.carbonpublicity.assessment.evidence.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of files that are taken as evidence. */
public enum FileType {
  PDF("application/pdf", Set.of(), "pdf"),
  PNG("image/png", Set.of(), "png"),
  JPEG("image/jpeg", Set.of("image/jpg", "image/pjpeg"), "jpg", "jpeg"),
  WEBP("image/webp", Set.of(), "webp"),
  TIFF("image/tiff", Set.of(), "tif", "tiff"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of(), "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of(), "xlsx"),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      Set.of(),
      "pptx"),
  DOC("application/msword", Set.of(), "doc"),
  XLS("application/vnd.ms-excel", Set.of(), "xls"),
  PPT("application/vnd.ms-powerpoint", Set.of(), "ppt");

  private final String mediaType;
  private final Set<String> aliases;
  private final List<String> extensions;

  FileType(String mediaType, Set<String> aliases, String... extensions) {
    this.mediaType = mediaType;
    this.aliases = aliases;
    this.extensions = List.of(extensions);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether a media type names this one; parameters such as a charset do not count. */
  boolean isDeclaredBy(String contentType) {
    String essence = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return essence.equals(mediaType) || aliases.contains(essence);
  }

  /** Whether a file's name ends like this type. */
  boolean isNamedBy(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return extensions.contains(extension);
  }

  /** All of them, for messages. */
  static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
