package org.carbonpublicity.assessment.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carbonpublicity.assessment.evidence.SampleFiles;

class FileCheckPropertyTest {

  /** Of a compound file the last stream may be shorter than its sectors: a kilobyte here. */
  private static final Set<String> COMPOUND = Set.of("doc", "xls", "ppt");

  @Property(tries = 300)
  void nothingIsTakenThatBreaksOff(
      @ForAll("extensions") String extension, @ForAll @IntRange(max = 1_000_000) int point) {
    byte[] file = SampleFiles.of(extension);
    int least = Math.min(COMPOUND.contains(extension) ? 1536 : 3, file.length - 1);
    byte[] part = Arrays.copyOf(file, 1 + point % (file.length - least));

    assertThatThrownBy(() -> check(part, extension)).isInstanceOf(UnacceptableFileException.class);
  }

  @Property(tries = 2000)
  void aDamagedFileIsTakenOrRefusedAndNothingElse(
      @ForAll("extensions") String extension,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll byte value)
      throws IOException {
    byte[] file = SampleFiles.of(extension);
    // Where the formats keep their numbers: near the beginning or near the end.
    int at =
        place % 2 == 0
            ? place % Math.min(file.length, 1600)
            : file.length - 1 - place % Math.min(file.length, 300);
    file[at] = value;
    try {
      assertThat(check(file, extension)).isNotNull();
    } catch (UnacceptableFileException e) {
      assertThat(e.code()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> extensions() {
    return Arbitraries.of(
        "pdf", "png", "jpg", "webp", "tiff", "docx", "xlsx", "pptx", "doc", "xls", "ppt");
  }

  private static FileType check(byte[] content, String extension) throws IOException {
    try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(content))) {
      return FileCheck.check(file, FileName.of("evidence." + extension), null);
    }
  }
}
