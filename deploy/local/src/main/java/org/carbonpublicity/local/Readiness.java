package org.carbonpublicity.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/** How each kind of part says that it can be used. */
final class Readiness {

  /** Seconds are usual; only what hangs, on however busy a machine, must come to an end. */
  private static final Duration PATIENCE = Duration.ofSeconds(240);

  private static final long POLL_MILLIS = 50;

  private Readiness() {}

  static void broker(ChildProcess process) {
    process.awaitLine(Pattern.compile("^kafka ready on \\d+"), PATIENCE);
  }

  static void identity(ChildProcess process) {
    process.awaitLine(Pattern.compile("^identity listening on \\d+"), PATIENCE);
  }

  /** Asks {@code /q/health/ready} until it says yes. */
  static void service(ChildProcess process, int port) {
    URI check = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answersWell(check)) {
      if (!process.isAlive()) {
        throw new StartFailedException(
            process.name(), "ended with exit code " + process.exitCode(), process.log());
      }
      if (System.nanoTime() > deadline) {
        throw new StartFailedException(
            process.name(), "was not ready after " + PATIENCE.toSeconds() + " s", process.log());
      }
      ChildProcess.pause(POLL_MILLIS);
    }
  }

  private static boolean answersWell(URI check) {
    try {
      HttpURLConnection connection = (HttpURLConnection) check.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(10_000);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
