package org.carbonpublicity.disclosure.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/**
 * A file that has arrived completely before anything waits for it: a slow sender must not hold a
 * batch.
 */
public final class SpooledFile implements AutoCloseable {

  private final Path path;
  private final String sha256;

  private SpooledFile(Path path, String sha256) {
    this.path = path;
    this.sha256 = sha256;
  }

  /**
   * Reads a file to its end.
   *
   * @param sha256 asked once it is read
   */
  public static SpooledFile of(InputStream body, Supplier<String> sha256) {
    try {
      Path file = Files.createTempFile("form-", ".upload");
      try {
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        return new SpooledFile(file, sha256.get());
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of its bytes, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public InputStream open() {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
