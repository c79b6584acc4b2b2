package org.carbonpublicity.disclosure.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.fixture.Forms.Reading;
import org.carbonpublicity.disclosure.fixture.Workbooks;
import org.carbonpublicity.disclosure.fixture.Workbooks.Part;
import org.carbonpublicity.disclosure.form.InvalidFormException.Kind;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetSafetyTest {

  private static final String ROW = Workbooks.cells(2, Forms.gasoline());

  @Test
  void letsAnOrdinaryWorkbookPass() {
    Reading reading = Forms.read(Workbooks.zip(Workbooks.parts(ROW)), Format.XLSX);

    assertThat(reading.rows()).isEqualTo(Forms.read(Forms.csv(Forms.gasoline())).rows());
  }

  @Test
  void refusesAZipBomb() {
    Map<String, Part> parts = Workbooks.parts();
    parts.put(
        Workbooks.SHEET,
        Workbooks.repeated(
            "<worksheet><sheetData>", "<row></row>", 10_000_000, "</sheetData></worksheet>"));

    assertTooLarge(parts, "expands-too-much");
  }

  @Test
  void refusesAZipBombThatIsNoMarkup() {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.put("xl/media/image1.png", Workbooks.repeated("PNG", "\0", 100_000_000, ""));

    assertTooLarge(parts, "expands-too-much");
  }

  @Test
  void refusesMoreSharedTextThanIsHeld() {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.put(Workbooks.SHARED_TEXTS, incompressible("<sst><si><t>", "</t></si></sst>", 49));

    assertTooLarge(parts, "expands-too-much");
  }

  @ParameterizedTest
  @CsvSource({
    "xl/sharedStrings.xml, <si/>, 1500001",
    "xl/styles.xml, <xf/>, 200001",
    "xl/styles.xml, <numFmt/>, 200001",
  })
  void refusesMoreEntriesThanAreHeld(String name, String entry, int times) {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.put(name, Workbooks.repeated("<all>", entry, times, "</all>"));

    assertTooLarge(parts, "expands-too-much");
  }

  @ParameterizedTest
  @CsvSource({
    "<sst a=, />",
    "<sst><!--, --></sst>",
    "<sst><![CDATA[, ]]></sst>",
    "<sst><?pi , ?></sst>",
    "<sst>, </sst>"
  })
  void refusesATokenThatIsHeldAsAWhole(String start, String end) {
    Map<String, Part> parts = Workbooks.parts(ROW);
    String opening = start.replace("a=", "a='");
    String ending = opening.equals(start) ? end : "'" + end;
    parts.put(Workbooks.SHARED_TEXTS, Workbooks.repeated(opening, "abcdefgh", 600_000, ending));

    assertTooLarge(parts, "expands-too-much");
  }

  @Test
  void refusesMoreThanAThousandParts() {
    Map<String, Part> parts = Workbooks.parts(ROW);
    for (int number = parts.size(); number <= 1_000; number++) {
      parts.put("xl/media/" + number, Workbooks.text(""));
    }

    assertTooLarge(parts, "expands-too-much");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w>&b;</w>",
        "<!DOCTYPE w SYSTEM \"http://localhost/w.dtd\"><w/>",
        "<w>&lol;</w>"
      })
  void refusesAnEntityBomb(String xml) {
    for (String name : List.of("xl/workbook.xml", "xl/extra.bin", Workbooks.SHEET)) {
      Map<String, Part> parts = Workbooks.parts(ROW);
      parts.put(name, Workbooks.text(xml));

      InvalidFormException refusal = refusal(Workbooks.zip(parts));

      assertThat(refusal).as(name).isNotNull();
      assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE);
      assertThat(refusal.faults())
          .as(name)
          .extracting(RowFault::code)
          .containsExactly(xml.contains("lol") ? "malformed-spreadsheet" : "document-type");
    }
  }

  @Test
  void looksAtMarkupWhateverItsNameAndEncoding() {
    String xml = "<!DOCTYPE w [<!ENTITY a \"a\">]><w/>";
    for (byte[] bytes :
        List.of(
            ("\n " + xml).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16BE),
            ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE))) {
      Map<String, Part> parts = Workbooks.parts(ROW);
      parts.put("xl/media/image1.png", zip -> zip.write(bytes));

      InvalidFormException refusal = refusal(Workbooks.zip(parts));

      assertThat(refusal.faults()).extracting(RowFault::code).containsExactly("document-type");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AAAA2", "}}}}}}2", "a2", "A", "2", "", "A12345678", "A-2", "Ａ2", "A2147483648"})
  void refusesACellOutsideTheSheet(String address) {
    Map<String, Part> parts = Workbooks.parts("<c r=\"" + address + "\"><v>1</v></c>");

    assertMalformed(parts);
  }

  @Test
  void refusesARowOfMoreCellsThanASheetHas() {
    Map<String, Part> parts = Workbooks.parts("<c r=\"A2\"/>".repeat(16_385));

    assertMalformed(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2147483647", "0000000000002147483647", "+7"})
  void refusesACellThatNamesNoSharedText(String index) {
    Map<String, Part> parts =
        Workbooks.parts("<c r=\"A2\" t=\"s\"><v>" + index + "</v></c>", ROW.replace("2\"", "3\""));

    assertMalformed(parts);
  }

  @Test
  void readsASharedText() {
    Map<String, Part> parts =
        Workbooks.parts(
            Workbooks.cells(2, Forms.with(Forms.gasoline(), "enterprise", ""))
                .replaceFirst("^", "<c r=\"A2\" t=\"s\"><v>0</v></c>"));

    Reading reading = Forms.read(Workbooks.zip(parts), Format.XLSX);

    assertThat(reading.rows().get(0).enterprise()).isEqualTo("shared");
  }

  @Test
  void refusesACellOfMoreCharactersThanACellHolds() {
    List<Consumer<Map<String, Part>>> places =
        List.of(
            parts ->
                parts.put(
                    Workbooks.SHEET, Workbooks.sheet(Workbooks.cell(0, 2, "a".repeat(32_768)))),
            parts ->
                parts.put(
                    Workbooks.SHEET,
                    Workbooks.sheet(
                        Workbooks.cell(
                            0, 2, "a".repeat(20_000) + "<!-- -->" + "a".repeat(20_000)))),
            parts ->
                parts.put(
                    Workbooks.SHEET,
                    Workbooks.sheet(
                        Workbooks.cell(
                            0, 2, ("<![CDATA[" + "a".repeat(20_000) + "]]>").repeat(2)))),
            parts ->
                parts.put(
                    Workbooks.SHARED_TEXTS,
                    Workbooks.sharedTexts("a".repeat(20_000) + "</t><t>" + "a".repeat(20_000))));
    for (Consumer<Map<String, Part>> place : places) {
      Map<String, Part> parts = Workbooks.parts(ROW);
      place.accept(parts);

      assertMalformed(parts);
    }
  }

  @Test
  void takesALongTextThatIsNoCell() {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.put("customXml/item1.xml", Workbooks.text("<q>" + "QUJD".repeat(50_000) + "</q>"));

    Reading reading = Forms.read(Workbooks.zip(parts), Format.XLSX);

    assertThat(reading.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "<c r=\"A2\"><f>1</f></c>, 10001, more than 10000 formulas",
    "<c r=\"A2\"><f t=\"array\" ref=\"A2\">1</f></c>, 101, more than 100 array formulas"
  })
  void refusesMoreFormulasThanItReads(String cell, int times, String message) {
    Map<String, Part> parts =
        Workbooks.parts(
            (cell.repeat(100) + "</row><row r=\"3\">").repeat(times / 100)
                + cell.repeat(times % 100));

    InvalidFormException refusal = refusal(Workbooks.zip(parts));

    assertThat(refusal.faults()).extracting(RowFault::code).containsExactly("too-many-formulas");
    assertThat(refusal).hasMessageStartingWith(message);
  }

  @Test
  void refusesAFormulaOfMoreCharactersThanOneHas() {
    assertMalformed(Workbooks.parts("<c r=\"A2\"><f>" + "A1+".repeat(2_731) + "</f></c>"));
  }

  @Test
  void refusesElementsThatStandTooDeep() {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.put("xl/deep.xml", Workbooks.text("<a>".repeat(257) + "</a>".repeat(257)));

    assertMalformed(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<worksheet>", "no markup", "<a></b>", "<a a='1' a='2'/>", "<a>&#0;</a>"})
  void refusesMarkupThatIsNotWellFormed(String xml) {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.put("docProps/core.xml", Workbooks.text(xml));

    assertMalformed(parts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        Workbooks.SHEET
      })
  void refusesAnArchiveThatLacksAPart(String name) {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.remove(name);

    assertMalformed(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {Workbooks.STYLES, Workbooks.SHARED_TEXTS})
  void readsAnArchiveThatLacksWhatNoCellNeeds(String name) {
    Map<String, Part> parts = Workbooks.parts(ROW);
    parts.remove(name);

    Reading reading = Forms.read(Workbooks.zip(parts), Format.XLSX);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).hasSize(1);
  }

  @Test
  void refusesAnArchiveThatIsCutOff() {
    byte[] workbook = Workbooks.zip(Workbooks.parts(ROW));
    for (int length : new int[] {0, 4, 100, workbook.length / 2, workbook.length - 1}) {
      InvalidFormException refusal = refusal(Arrays.copyOf(workbook, length));

      assertThat(refusal.faults())
          .as("%d bytes", length)
          .extracting(RowFault::code)
          .containsExactly("malformed-spreadsheet");
    }
  }

  /** Text that packs to about a half, so that its size alone is what is wrong with it. */
  private static Part incompressible(String start, String end, int megabytes) {
    return zip -> {
      Random random = new Random(1);
      zip.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] block = new byte[16 * 1024];
      for (int i = 0; i < megabytes * 64; i++) {
        for (int at = 0; at < block.length; at++) {
          block[at] = (byte) ('a' + random.nextInt(16));
        }
        zip.write(block);
        zip.write("</t></si><si><t>".getBytes(StandardCharsets.UTF_8));
      }
      zip.write(end.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static void assertMalformed(Map<String, Part> parts) {
    InvalidFormException refusal = refusal(Workbooks.zip(parts));

    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(refusal.faults())
        .extracting(RowFault::code)
        .containsExactly("malformed-spreadsheet");
  }

  private static void assertTooLarge(Map<String, Part> parts, String code) {
    InvalidFormException refusal = refusal(Workbooks.zip(parts));

    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(refusal.faults()).extracting(RowFault::code).containsExactly(code);
  }

  private static InvalidFormException refusal(byte[] workbook) {
    return catchThrowableOfType(
        InvalidFormException.class, () -> Forms.read(workbook, Format.XLSX));
  }
}
