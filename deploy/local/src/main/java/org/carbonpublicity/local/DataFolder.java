package org.carbonpublicity.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where one platform keeps everything: used by one at a time. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private DataFolder(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * @param path null for a temporary folder, deleted by {@link #close}
   * @throws InUseException when another platform runs on it
   */
  static DataFolder open(@Nullable Path path) {
    try {
      Path folder =
          path == null
              ? Files.createTempDirectory("carbon-publicity-")
              : Files.createDirectories(path.toAbsolutePath());
      FileChannel channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new InUseException(folder);
      }
      return new DataFolder(folder, path == null, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be used: " + e.getMessage(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  boolean temporary() {
    return temporary;
  }

  Path log(String label) {
    return path.resolve("logs").resolve(label + ".log");
  }

  @Override
  public void close() {
    try {
      lock.close();
      if (temporary) {
        delete();
      }
    } catch (IOException e) {
      System.err.println("The temporary data in " + path + " could not be removed: " + e);
    }
  }

  private void delete() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }

  /** Another platform runs on the folder. */
  static final class InUseException extends RuntimeException {
    InUseException(Path folder) {
      super("another platform runs on the data in " + folder);
    }
  }
}
