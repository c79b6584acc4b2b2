package org.carbonpublicity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.carbonpublicity.local.Options.InvalidOptionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void servesTheDemoOnPort8080UnlessToldOtherwise() {
    assertThat(parse()).isEqualTo(new Options(false, true, 8080, null, null, false));
  }

  @Test
  void takesAllOptionsInAnyOrder() {
    assertThat(parse("--data", "kept here", "--no-demo", "--port", "0", "--once"))
        .isEqualTo(new Options(true, false, 0, Path.of("kept here"), null, false));
  }

  @Test
  void loadsIntoARunningPlatform() {
    assertThat(parse("--load", "http://localhost:8080/").load())
        .isEqualTo(URI.create("http://localhost:8080"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--twice",
        "demo",
        "--port",
        "--port 65536",
        "--port -1",
        "--port http",
        "--data",
        "--load",
        "--load localhost:8080",
        "--load file:/tmp",
        "--load http://localhost --no-demo"
      })
  void refusesWhatItDoesNotKnow(String line) {
    assertThatThrownBy(() -> parse(line.split(" "))).isInstanceOf(InvalidOptionException.class);
  }

  @Test
  void namesEveryOptionInTheHelp() {
    assertThat(Options.HELP)
        .contains("--once", "--no-demo", "--port N", "--data DIR", "--load URL", "--help");
  }

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments));
  }
}
