package org.carbonpublicity.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.carbonpublicity.acceptance.EditionTables.Stage;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;

/**
 * Kills rating-service (SIGKILL) while it makes an edition, at moments of a seeded random, and
 * starts it again. A kill that hit none is not counted.
 */
final class EditionKills {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int COMPUTATION_MILLIS = 10;

  /** Of about a hundred that an edition has. */
  private static final int BLOCKS = 40;

  private final Platform platform;
  private final EditionTables tables;
  private final Random random;
  private final List<Kill> all = new ArrayList<>();
  private CompletableFuture<Void> start = CompletableFuture.completedFuture(null);
  private Stage left;

  EditionKills(Platform platform, EditionTables tables, long seed) {
    this.platform = platform;
    this.tables = tables;
    this.random = new Random(seed);
    this.left = tables.stage();
  }

  /** What a kill hit. */
  enum Phase {
    COMPUTATION,
    EMISSION
  }

  /**
   * A kill that hit.
   *
   * @param left what it left
   */
  record Kill(Phase phase, Stage left) {
    @Override
    public String toString() {
      return phase + " " + left;
    }
  }

  List<Kill> all() {
    return all;
  }

  /** How things were when the service was killed last. */
  Stage left() {
    return left;
  }

  Random random() {
    return random;
  }

  /**
   * Waits for work on an edition, kills in the midst of it, and begins the next start. An edition
   * that is complete before the moment comes is left alone.
   */
  void strike() {
    // A computation is over soon: it is looked for where an edition has not been hit before.
    boolean early = left.complete() && (all.isEmpty() || last().phase() != Phase.COMPUTATION);
    Stage seen = awaitStage(stage -> (early && stage.computing()) || stage.isBeyond(left));
    boolean computing = !seen.isBeyond(left);
    if (computing) {
      CompletableFuture.runAsync(
              () -> {},
              CompletableFuture.delayedExecutor(
                  random.nextLong(COMPUTATION_MILLIS), TimeUnit.MILLISECONDS, Threads.OWN))
          .join();
    } else {
      long moment = seen.emitted() + random.nextInt(BLOCKS);
      Stage then =
          awaitStage(
              stage -> stage.complete() || stage.last() > seen.last() || stage.emitted() >= moment);
      if (then.complete() && !then.due()) {
        left = then;
        return;
      }
    }
    platform.kill(Part.RATING);
    awaitStarted();
    int before = left.last();
    left = tables.stage();
    if (!left.complete() || (computing && left.due() && left.last() == before)) {
      Kill kill = new Kill(left.complete() ? Phase.COMPUTATION : Phase.EMISSION, left);
      all.add(kill);
      System.out.println(kill);
    }
    start = CompletableFuture.runAsync(() -> platform.restart(Part.RATING), Threads.OWN);
  }

  private Kill last() {
    return all.get(all.size() - 1);
  }

  /** Returns when the service is ready, or its start was cut short by a kill. */
  void awaitStarted() {
    try {
      start.join();
    } catch (CompletionException e) {
      // Killed before it was ready.
    }
  }

  private Stage awaitStage(Predicate<Stage> wanted) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(4))
        .until(tables::stage, wanted);
  }
}
