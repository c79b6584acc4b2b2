package org.carbonpublicity.disclosure.form;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.carbonpublicity.disclosure.fixture.Forms;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectingReaderTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int BUFFER = 64 * 1024;

  static Stream<String> texts() {
    String ascii = "a,b,c\r\n".repeat(30_000);
    return Stream.of(
        "",
        "a",
        "ab",
        "plain,ascii\n",
        "企业,品牌\n北汽新能源,极狐\n",
        // Two bytes in both encodings, four in GB18030 alone, four in both.
        "é ß 考拉 \u0E01 € 𠮷 🚗",
        ascii + "考拉S 2024款",
        ascii + "🚗");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void readsUtf8(String text) throws IOException {
    assertThat(read(text.getBytes(UTF_8), 8_192)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void readsUtf8WithAMarkAndDropsIt(String text) throws IOException {
    assertThat(read(concat(MARK, text.getBytes(UTF_8)), 8_192)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void readsGb18030(String text) throws IOException {
    assertThat(read(text.getBytes(GB18030), 8_192)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void readsWhatComesByteByByte(String text) throws IOException {
    for (byte[] bytes :
        List.of(text.getBytes(UTF_8), concat(MARK, text.getBytes(UTF_8)), text.getBytes(GB18030))) {
      InputStream trickle =
          new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
              return super.read(target, offset, Math.min(1, length));
            }
          };

      assertThat(read(trickle, 100)).isEqualTo(text);
    }
  }

  /** A reader may ask for one character where the next one takes two. */
  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void givesOneCharacterAtATime(String text) throws IOException {
    assertThat(read(text.getBytes(UTF_8), 1)).isEqualTo(text);
    assertThat(read(text.getBytes(GB18030), 1)).isEqualTo(text);
  }

  /** So that every byte of a character of 2, 3 or 4 bytes comes to be the last of a buffer. */
  @ParameterizedTest
  @ValueSource(strings = {"é", "考", "🚗"})
  void readsACharacterThatStraddlesTheBuffer(String character) throws IOException {
    for (int ascii = BUFFER - 5; ascii <= BUFFER + 1; ascii++) {
      for (String start : List.of("", "考拉")) {
        String text = start + "a".repeat(ascii) + character.repeat(20_000) + "z";

        assertThat(read(text.getBytes(UTF_8), 8_192)).as("UTF-8 %d", ascii).isEqualTo(text);
        assertThat(read(text.getBytes(GB18030), 8_192)).as("GB18030 %d", ascii).isEqualTo(text);
      }
    }
  }

  @Test
  void decidesByAllThatIsBuffered() throws IOException {
    // 乱 and 蔡 in GB18030 are C2 D2 and B2 CC; C2 followed by A0 alone would be UTF-8.
    byte[] start = {(byte) 0xC2, (byte) 0xA0};
    byte[] text = concat(start, concat("a".repeat(1_000).getBytes(UTF_8), "蔡".getBytes(GB18030)));

    assertThat(read(text, 8_192)).isEqualTo(new String(text, GB18030)).endsWith("蔡");
  }

  @Test
  void keepsToWhatAMarkSays() {
    byte[] text = concat(MARK, "品牌".getBytes(GB18030));

    assertThatThrownBy(() -> read(text, 8_192)).isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void takesAMarkInsideForAnOrdinaryCharacter() throws IOException {
    String text = "a,b\uFEFF,考";

    assertThat(read(text.getBytes(UTF_8), 8_192)).isEqualTo(text);
  }

  @Test
  void readsNothingIntoNothing() throws IOException {
    DetectingReader reader = new DetectingReader(new ByteArrayInputStream("ab".getBytes(UTF_8)));

    assertThat(reader.read(new char[4], 2, 0)).isZero();
  }

  @Test
  void refusesOtherEncodings() {
    byte[] excel = concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, "企业,品牌".getBytes(UTF_16LE));

    InvalidFormException refusal =
        catchThrowableOfType(InvalidFormException.class, () -> Forms.read(excel, Format.CSV));

    assertThat(refusal.faults()).extracting(RowFault::code).containsExactly("unknown-encoding");
  }

  @Test
  void refusesACharacterThatIsCutOff() {
    byte[] whole = Forms.csv(Forms.with(Forms.gasoline(), "brand", "极狐")).getBytes(UTF_8);
    byte[] cut = java.util.Arrays.copyOf(concat(whole, "极".getBytes(UTF_8)), whole.length + 2);

    InvalidFormException refusal =
        catchThrowableOfType(InvalidFormException.class, () -> Forms.read(cut, Format.CSV));

    assertThat(refusal.faults()).extracting(RowFault::code).containsExactly("unknown-encoding");
    assertThat(refusal).hasMessageStartingWith("after row ");
  }

  @Test
  void tellsEncodingsApartInALongForm() {
    StringBuilder form = new StringBuilder(Forms.csv(Forms.gasoline()));
    String row = form.substring(form.indexOf("\n") + 1);
    for (int number = 0; form.length() < 200 * 1024; number++) {
      form.append(row.replace("E-1", "E-" + number));
    }
    form.append(row.replace("Beispiel Motors", "北汽新能源"));
    byte[] utf8 = form.toString().getBytes(UTF_8);
    byte[] gb18030 = form.toString().getBytes(GB18030);

    List<VehicleRow> rows = Forms.read(gb18030, Format.CSV).rows();

    assertThat(rows.get(rows.size() - 1).enterprise()).isEqualTo("北汽新能源");
    assertThat(rows).isEqualTo(Forms.read(utf8, Format.CSV).rows());
  }

  private static String read(byte[] bytes, int size) throws IOException {
    return read(new ByteArrayInputStream(bytes), size);
  }

  private static String read(InputStream bytes, int size) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] chars = new char[size];
    try (DetectingReader reader = new DetectingReader(bytes)) {
      for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
        text.append(chars, 0, count);
      }
    }
    return text.toString();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first);
    bytes.writeBytes(second);
    return bytes.toByteArray();
  }
}
