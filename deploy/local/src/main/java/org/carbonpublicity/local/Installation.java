package org.carbonpublicity.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The built project on disk.
 *
 * @param root folder of the parent POM
 */
public record Installation(Path root) {

  /** The folder that holds the project, found upwards from {@code start}. */
  public static Installation above(Path start) {
    for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("deploy/local/run"))) {
        return new Installation(folder);
      }
    }
    throw new IllegalArgumentException("no project of the platform at or above " + start);
  }

  /** The packaged service that {@code java -jar} runs. */
  Path serviceJar(Part service) {
    return required(root.resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar"));
  }

  /** Class path of the broker: this module and its libraries. */
  String brokerClassPath() {
    return classPath(root.resolve("deploy/local/target"), "local-");
  }

  String identityClassPath() {
    return classPath(root.resolve(Part.IDENTITY.folder()).resolve("target"), "identity-");
  }

  public Path demoFolder() {
    return required(root.resolve("deploy/local/demo"));
  }

  private static String classPath(Path target, String jarPrefix) {
    return jar(target, jarPrefix)
        + System.getProperty("path.separator")
        + required(target.resolve("lib"))
        + System.getProperty("file.separator")
        + "*";
  }

  private static Path jar(Path target, String prefix) {
    try (Stream<Path> files = Files.list(required(target))) {
      @Nullable Path jar =
          files
              .filter(file -> isMainJar(file.getFileName().toString(), prefix))
              .findFirst()
              .orElse(null);
      return required(jar == null ? target.resolve(prefix + "<version>.jar") : jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMainJar(String name, String prefix) {
    return name.startsWith(prefix)
        && name.endsWith(".jar")
        && Stream.of("-sources.jar", "-javadoc.jar", "-tests.jar").noneMatch(name::endsWith);
  }

  private static Path required(Path path) {
    if (!Files.exists(path)) {
      throw new NotBuiltException(path);
    }
    return path;
  }

  /** What is to run has not been built. */
  public static final class NotBuiltException extends RuntimeException {
    NotBuiltException(Path missing) {
      super(missing + " is missing: build with deploy/local/run, or ./mvnw package");
    }
  }
}
