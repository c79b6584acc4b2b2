package org.carbonpublicity.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what the platform does by itself after a call. */
final class Waiting {

  private static final long PAUSE_MILLIS = 50;

  private Waiting() {}

  /**
   * Asks until there is an answer.
   *
   * @param what for the message when it does not come in time
   */
  static <T> T until(String what, Duration patience, Supplier<Optional<T>> question) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > deadline) {
        throw new DemoFailedException(
            "waited %d s in vain for %s".formatted(patience.toSeconds(), what));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemoFailedException("interrupted while waiting for " + what, e);
      }
    }
  }
}
