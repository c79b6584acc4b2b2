package org.carbonpublicity.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java installation.
 *
 * @param home its folder
 * @param version as its {@code release} file says
 */
public record Jdk(Path home, Runtime.Version version) {

  private static final int OLDEST = 17;

  /** Name of the variable that chooses the services' Java when the newest is not wanted. */
  static final String CHOICE = "SERVICES_JAVA_HOME";

  public Path java() {
    return executable(home);
  }

  /**
   * The newest Java of this machine for the services: newer ones start and run faster. The one this
   * process runs on is always among the candidates.
   *
   * @throws IllegalArgumentException when {@code SERVICES_JAVA_HOME} names no Java of 17 or later
   */
  public static Jdk newest() {
    Path own = Path.of(System.getProperty("java.home"));
    Path userHome = Path.of(System.getProperty("user.home"));
    return newest(
        System.getenv(),
        own,
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            userHome.resolve(".sdkman/candidates/java"),
            userHome.resolve(".jdks")));
  }

  /**
   * @param own the Java of this process
   * @param collections folders that hold installations, one a folder
   */
  static Jdk newest(Map<String, String> environment, Path own, List<Path> collections) {
    String choice = environment.get(CHOICE);
    if (choice != null && !choice.isBlank()) {
      return at(Path.of(choice))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      CHOICE + "=" + choice + " is no Java of 17 or later"));
    }
    List<Path> homes = new ArrayList<>();
    homes.add(own);
    addIfGiven(homes, environment.get("JAVA_HOME"));
    for (Path collection : collections) {
      homes.addAll(folders(collection));
    }
    // Among equals the first counts: what the user started this with.
    return homes.stream()
        .map(Jdk::at)
        .flatMap(Optional::stream)
        .reduce((best, other) -> other.version.compareTo(best.version) > 0 ? other : best)
        .orElseGet(() -> new Jdk(own, Runtime.version()));
  }

  private static void addIfGiven(List<Path> homes, @Nullable String home) {
    if (home != null && !home.isBlank()) {
      homes.add(Path.of(home));
    }
  }

  private static List<Path> folders(Path collection) {
    if (!Files.isDirectory(collection)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(collection)) {
      return entries
          .sorted(Comparator.naturalOrder())
          .map(entry -> isMacBundle(entry) ? entry.resolve("Contents/Home") : entry)
          .toList();
    } catch (IOException e) {
      // A folder that may not be read offers no Java.
      return List.of();
    }
  }

  private static boolean isMacBundle(Path entry) {
    return Files.isDirectory(entry.resolve("Contents/Home"));
  }

  private static Optional<Jdk> at(Path home) {
    if (!Files.isExecutable(executable(home))) {
      return Optional.empty();
    }
    return releaseVersion(home.resolve("release"))
        .filter(version -> version.feature() >= OLDEST)
        .map(version -> new Jdk(home, version));
  }

  private static Path executable(Path home) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? "java.exe" : "java");
  }

  private static Optional<Runtime.Version> releaseVersion(Path release) {
    if (!Files.isReadable(release)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(release, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .findFirst()
          .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", "").strip())
          .flatMap(Jdk::parse);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Runtime.Version> parse(String version) {
    try {
      return Optional.of(Runtime.Version.parse(version));
    } catch (IllegalArgumentException e) {
      // 1.8.0_402 and older have another form.
      return Optional.empty();
    }
  }
}
