package org.carbonpublicity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void waitsForALineOfThisRunOnly() throws Exception {
    Path log = folder.resolve("logs/child.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "ready on 1\n");

    ChildProcess child = start(log, "echo before; echo ready on $ANSWER; read line");

    assertThat(child.awaitLine(Pattern.compile("ready on (\\d+)"), PATIENCE).group(1))
        .isEqualTo("42");
    assertThat(child.isAlive()).isTrue();
    child.end();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void saysWhenTheProcessEndsInsteadOfBecomingReady() {
    Path log = folder.resolve("child.log");

    ChildProcess child = start(log, "echo no luck >&2; exit 7");

    assertThatThrownBy(() -> child.awaitLine(Pattern.compile("ready"), PATIENCE))
        .isInstanceOfSatisfying(
            StartFailedException.class,
            failure ->
                assertThat(failure.withLastLines())
                    .hasMessageContaining("child ended with exit code 7")
                    .hasMessageContaining("no luck"));
  }

  @Test
  void reportsADeathWithItsLastFortyLines() {
    Path log = folder.resolve("child.log");
    ChildProcess child =
        start(log, "i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo line $i; done; exit 3");
    child.handle().onExit().join();

    Death death = Death.of("rating-2", OptionalInt.of(child.exitCode()), log);

    assertThat(death.lastLines()).hasSize(40).startsWith("line 61").endsWith("line 100");
    assertThat(death.report())
        .startsWith("rating-2 ended unexpectedly with exit code 3.")
        .contains(log.toString(), "line 100");
  }

  @Test
  void killsAtOnce() {
    ChildProcess child = start(folder.resolve("child.log"), "trap '' TERM; echo up; read line");
    child.awaitLine(Pattern.compile("up"), PATIENCE);

    child.kill();

    assertThat(child.isAlive()).isFalse();
    assertThat(child.exitCode()).isEqualTo(128 + 9);
  }

  private static ChildProcess start(Path log, String script) {
    return ChildProcess.start(
        "child", List.of("/bin/sh", "-c", script), Map.of("ANSWER", "42"), log);
  }
}
