package org.carbonpublicity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a launcher that is killed: nothing. */
class LifelineTest {

  @TempDir Path folder;

  private Process watched;
  private Process forgotten;

  @BeforeEach
  void start() throws IOException {
    watched = new ProcessBuilder("sleep", "60").start();
    forgotten = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void end() {
    watched.destroyForcibly();
    forgotten.destroyForcibly();
  }

  @Test
  void endsWhatItWatchesWhenTheLauncherIsKilled() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("with space"));
    Files.writeString(temporary.resolve("file"), "content");
    Process launcher = launcher(temporary);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(folder.resolve("watching")).exists());

    launcher.destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(watched.isAlive()).isFalse();
              assertThat(temporary).doesNotExist();
            });
    assertThat(forgotten.isAlive()).isTrue();
  }

  private Process launcher(Path temporary) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                temporary.toString(),
                Long.toString(watched.pid()),
                Long.toString(forgotten.pid()),
                folder.resolve("watching").toString()))
        .inheritIO()
        .start();
  }

  /** A launcher that does nothing but wait to be killed. */
  static final class Launcher {
    public static void main(String[] arguments) throws Exception {
      Lifeline lifeline = Lifeline.start(Path.of(arguments[0]));
      lifeline.watch(Long.parseLong(arguments[1]));
      lifeline.watch(Long.parseLong(arguments[2]));
      lifeline.forget(Long.parseLong(arguments[2]));
      Files.createFile(Path.of(arguments[3]));
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}
