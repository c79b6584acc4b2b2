package org.carbonpublicity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

  @TempDir Path folder;

  @Test
  void choosesTheNewest() throws IOException {
    Path own = jdk("own", "17.0.15");
    jdk("many/a", "21.0.4");
    Path newest = jdk("many/b", "25.0.1");
    jdk("many/c", "25");

    assertThat(Jdk.newest(Map.of(), own, List.of(folder.resolve("many"))).home()).isEqualTo(newest);
  }

  @Test
  void staysWithItsOwnAmongEquals() throws IOException {
    Path own = jdk("own", "21.0.4");
    jdk("many/a", "21.0.4");

    assertThat(Jdk.newest(Map.of(), own, List.of(folder.resolve("many"))).home()).isEqualTo(own);
  }

  @Test
  void looksIntoJavaHome() throws IOException {
    Path own = jdk("own", "17.0.15");
    Path other = jdk("other", "21.0.4");

    assertThat(Jdk.newest(Map.of("JAVA_HOME", other.toString()), own, List.of()).home())
        .isEqualTo(other);
  }

  @Test
  void findsThoseOfMacOs() throws IOException {
    Path own = jdk("own", "17.0.15");
    Path bundle = jdk("many/temurin-25.jdk/Contents/Home", "25.0.1");

    assertThat(Jdk.newest(Map.of(), own, List.of(folder.resolve("many"))).home()).isEqualTo(bundle);
  }

  @Test
  void passesOverWhatIsTooOldOrBroken() throws IOException {
    Path own = jdk("own", "17.0.15");
    jdk("many/eight", "1.8.0_402");
    jdk("many/eleven", "11.0.22");
    Files.delete(jdk("many/noRelease", "25.0.1").resolve("release"));
    Files.delete(jdk("many/noJava", "25.0.1").resolve("bin/java"));

    assertThat(
            Jdk.newest(Map.of(), own, List.of(folder.resolve("many"), folder.resolve("nowhere")))
                .home())
        .isEqualTo(own);
  }

  @Test
  void obeysAChoice() throws IOException {
    Path own = jdk("own", "25.0.1");
    Path chosen = jdk("chosen", "17.0.15");

    assertThat(Jdk.newest(Map.of("SERVICES_JAVA_HOME", chosen.toString()), own, List.of()).home())
        .isEqualTo(chosen);
    assertThatThrownBy(() -> Jdk.newest(Map.of("SERVICES_JAVA_HOME", "/nowhere"), own, List.of()))
        .hasMessageContaining("/nowhere");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.createFile(java);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
