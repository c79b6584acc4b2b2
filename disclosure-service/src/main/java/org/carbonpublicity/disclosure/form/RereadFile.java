package org.carbonpublicity.disclosure.form;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is read as it comes, and once more from its beginning should that be needed: what has
 * been read is kept on disk meanwhile.
 */
public final class RereadFile implements AutoCloseable {

  private final InputStream body;
  private final Path kept;
  private final OutputStream copy;

  public RereadFile(InputStream body) {
    this.body = body;
    try {
      this.kept = Files.createTempFile("form-", ".upload");
      this.copy = new BufferedOutputStream(Files.newOutputStream(kept), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file from its beginning; closing it leaves the body open. */
  public InputStream first() {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
          copy.write(target, offset, count);
        }
        return count;
      }

      @Override
      public void close() {
        // The body is closed by whoever opened it.
      }
    };
  }

  /** The file from its beginning again, once nobody reads the first one any more. */
  public InputStream again() {
    try {
      copy.close();
      return new SequenceInputStream(Files.newInputStream(kept), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      copy.close();
      Files.deleteIfExists(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
