package org.carbonpublicity.assessment.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that has arrived completely before anything waits for it: a slow sender must hold neither
 * a lock nor memory. It lies in the temporary folder under no name (the system forgets it when the
 * process ends, however it ends).
 */
public final class SpooledFile implements AutoCloseable {

  /** Of the names of temporary files: whose they are, should a killed process leave one. */
  public static final String PREFIX = "evidence-" + ProcessHandle.current().pid() + "-";

  private static final int BUFFER = 64 * 1024;

  private final FileChannel channel;
  private final Path path;
  private final long sizeBytes;
  private final String sha256;

  private SpooledFile(FileChannel channel, Path path, long sizeBytes, String sha256) {
    this.channel = channel;
    this.path = path;
    this.sizeBytes = sizeBytes;
    this.sha256 = sha256;
  }

  /**
   * Reads a file to its end; what it throws while being read leaves nothing behind.
   *
   * @throws IOException when it breaks off, or cannot be written down
   */
  public static SpooledFile of(InputStream body) throws IOException {
    Path path = Files.createTempFile(PREFIX, ".upload");
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            // On most systems the name goes at once, and the file with its last user.
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      MessageDigest digest = digest();
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        digest.update(buffer, 0, count);
        ByteBuffer part = ByteBuffer.wrap(buffer, 0, count);
        while (part.hasRemaining()) {
          size += channel.write(part);
        }
      }
      return new SpooledFile(channel, path, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      close(channel, path);
      throw e;
    }
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  /** SHA-256 of its bytes, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Its bytes from the first; one reader at a time. */
  public InputStream open() throws IOException {
    channel.position(0);
    return new Unclosed(channel);
  }

  FileBytes bytes() {
    return new FileBytes(channel, sizeBytes);
  }

  @Override
  public void close() {
    try {
      close(channel, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(FileChannel channel, Path path) throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closing a reader must not take the file with it. */
  private static final class Unclosed extends InputStream {

    private final InputStream file;

    Unclosed(FileChannel channel) {
      this.file = Channels.newInputStream(channel);
    }

    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return file.read(target, offset, length);
    }
  }
}
