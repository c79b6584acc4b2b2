package org.carbonpublicity.reporting.sales.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 (with or without byte order mark) or GB18030. Both agree on ASCII, so the choice
 * waits for the first other byte: what follows it within the buffer is valid UTF-8 or it is not.
 */
final class DetectingReader extends Reader {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BUFFER = 64 * 1024;

  /** No character of either encoding has more bytes than these. */
  private static final int LONGEST_CHARACTER = 4;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);

  /** The second half of a character for which there was no place. */
  private final CharBuffer left = CharBuffer.allocate(2).limit(0);

  private @Nullable CharsetDecoder decoder;
  private boolean started;
  private boolean ended;

  DetectingReader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    start();
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (chars.position() == 0) {
      if (left.hasRemaining()) {
        chars.put(left.get());
        continue;
      }
      if (!ended && bytes.remaining() < LONGEST_CHARACTER) {
        fill();
        continue;
      }
      if (!bytes.hasRemaining()) {
        return -1;
      }
      if (decoder == null) {
        ascii(chars);
      } else {
        decode(decoder, chars);
      }
    }
    return chars.position();
  }

  /** Takes the byte order mark off, which settles the encoding. */
  private void start() throws IOException {
    if (started) {
      return;
    }
    started = true;
    while (!ended && bytes.remaining() < 3) {
      fill();
    }
    if (bytes.remaining() >= 3
        && bytes.get(0) == (byte) 0xEF
        && bytes.get(1) == (byte) 0xBB
        && bytes.get(2) == (byte) 0xBF) {
      bytes.position(3);
      decoder = strict(StandardCharsets.UTF_8);
    }
  }

  private void ascii(CharBuffer chars) throws IOException {
    while (bytes.hasRemaining() && chars.hasRemaining()) {
      byte next = bytes.get(bytes.position());
      if (next < 0) {
        while (!ended && bytes.remaining() < BUFFER) {
          fill();
        }
        decoder = strict(isUtf8() ? StandardCharsets.UTF_8 : GB18030);
        return;
      }
      chars.put((char) next);
      bytes.get();
    }
  }

  private void decode(CharsetDecoder decoder, CharBuffer chars) throws IOException {
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isOverflow() && chars.position() == 0) {
      left.clear();
      result = decoder.decode(bytes, left, ended);
      left.flip();
    }
    if (result.isError() && chars.position() == 0 && !left.hasRemaining()) {
      result.throwException();
    }
    if (result.isUnderflow() && ended && bytes.hasRemaining()) {
      throw new CharacterCodingException();
    }
  }

  /**
   * Looks at what is buffered. A character cut off at its end counts as valid, also where the file
   * ends: it is broken UTF-8 then, and no other encoding.
   */
  private boolean isUtf8() {
    CoderResult result =
        strict(StandardCharsets.UTF_8)
            .decode(bytes.duplicate(), CharBuffer.allocate(bytes.remaining()), false);
    return !result.isError();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
