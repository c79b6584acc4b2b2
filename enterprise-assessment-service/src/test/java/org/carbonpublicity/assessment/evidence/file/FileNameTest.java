package org.carbonpublicity.assessment.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.pdf",
        "碳排放核查报告（2024年）.pdf",
        "Prüfbericht – Werk 2, final.xlsx",
        "a..b.pdf",
        ".hidden.pdf",
        "CONtract.pdf",
        "com10.pdf",
        "100% grün & gut (1) [2] {3} 'x' = +~#.png"
      })
  void takesOrdinaryNames(String name) {
    assertThat(FileName.of(name).faults()).isEmpty();
    assertThat(FileName.of(name).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../etc/passwd | path",
        ".. | path",
        "a/b.pdf | path",
        "/b.pdf | path",
        "..\\\\b.pdf | path",
        "C:b.pdf | path",
        "c:\\\\b.pdf | path",
        "b.pdf:stream | reserved-character",
        "what?.pdf | reserved-character",
        "a\\u0000.pdf | control-character",
        "a\\u0007.pdf | control-character",
        "a\\r\\nSet-Cookie: b.pdf | control-character",
        "a\\u007f.pdf | control-character",
        "a\\u2028.pdf | control-character",
        "a\\ud800.pdf | control-character",
        "fdp\\u202eexe.pdf | bidi-control",
        "a\\u2067b.pdf | bidi-control",
        "a\\u200f.pdf | bidi-control",
        "NUL | reserved-name",
        "con.pdf | reserved-name",
        "Aux .tar.pdf | reserved-name",
        "LPT1.pdf | reserved-name",
        "com¹.pdf | reserved-name",
        "a.pdf. | ends"
      })
  void refusesWhatIsNoName(String escaped, String code) {
    assertThat(FileName.of(unescaped(escaped)).faults())
        .extracting(FileName.Fault::code)
        .contains(code);
  }

  @Test
  void countsBytes() {
    assertThat(FileName.of("碳".repeat(83) + ".pdf").faults()).isEmpty();
    assertThat(FileName.of("碳".repeat(84) + ".pdf").faults())
        .extracting(FileName.Fault::code)
        .containsExactly("too-long");
  }

  @Test
  void namesAllFaults() {
    assertThat(FileName.of("").faults()).hasSize(1);
    assertThat(FileName.of(" ../\u202e\u0001.pdf ").faults())
        .extracting(FileName.Fault::code)
        .containsExactly("path", "control-character", "bidi-control", "ends");
  }

  /** The same name typed on a Mac and elsewhere is one name. */
  @Test
  void hasOneSpelling() {
    assertThat(FileName.of("Pru\u0308fung.pdf").text()).isEqualTo("Pr\u00fcfung.pdf");
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\(u([0-9a-f]{4})|.)")
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) != null
                        ? String.valueOf((char) Integer.parseInt(found.group(2), 16))
                        : found.group(1).equals("r")
                            ? "\r"
                            : found.group(1).equals("n") ? "\n" : found.group(1)));
  }
}
