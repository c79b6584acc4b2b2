package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;

/**
 * Kills disclosure-service (SIGKILL) at moments of a seeded random, and starts it again. A kill
 * that hit its phase is noted with what it left in the database, where nothing moves until the next
 * start.
 */
final class Kills {

  /** What the front door answers for a service that broke off, and for one that was gone before. */
  private static final int BROKEN_OFF = 502;

  private static final int UNREACHABLE = 503;

  private final Platform platform;
  private final RoundTables tables;
  private final Random random;
  private final List<Kill> all = new ArrayList<>();
  private Duration fastest = Duration.ofMinutes(1);

  Kills(Platform platform, RoundTables tables, long seed) {
    this.platform = platform;
    this.tables = tables;
    this.random = new Random(seed);
  }

  /** What a batch goes through. */
  enum Phase {
    UPLOAD,
    RECALCULATION,
    PUBLICATION
  }

  /**
   * A kill that hit its phase.
   *
   * @param millis since the call was sent, or since the service was ready again
   * @param inCall the service had been called and had not answered
   * @param left the batch as it then stood
   */
  record Kill(Phase phase, long millis, boolean inCall, RoundTables.Stage left) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s %4d ms%s %s", phase, millis, inCall ? ", in a call" : "", left);
    }
  }

  List<Kill> all() {
    return all;
  }

  List<Kill> of(Phase phase) {
    return all.stream().filter(kill -> kill.phase() == phase).toList();
  }

  /**
   * Makes an upload until it is answered, and kills the service while it is not. One that was
   * answered before its moment bounds the next moments: a warm service is faster than the one that
   * the bound was measured with.
   *
   * @param within the moments are drawn from that
   * @param most kills; it may be answered before
   */
  void upload(Supplier<Response> call, Duration within, int most) {
    for (int killed = 0; ; killed++) {
      long began = System.nanoTime();
      CompletableFuture<Integer> status = sent(call);
      CompletableFuture<Duration> took =
          status.thenApply(answered -> Duration.ofNanos(System.nanoTime() - began));
      long moment = moment(within.compareTo(fastest) < 0 ? within : fastest);
      if (killed < most) {
        CompletableFuture.anyOf(status, after(moment)).join();
      }
      if (killed == most || status.isDone()) {
        assertThat(status.join()).isEqualTo(201);
        if (killed == 0 && took.join().compareTo(fastest) < 0) {
          fastest = took.join();
        }
        return;
      }
      strike(Phase.UPLOAD, moment, status);
      assertThat(status.join()).isIn(BROKEN_OFF, UNREACHABLE, 201);
      platform.restart(Part.DISCLOSURE);
    }
  }

  /**
   * Makes a call that starts long work, until it is accepted, and kills the service until that work
   * has been hit as often as wanted, or is done. Only the first kill may hit the call itself: on a
   * busy machine all of them would, and none the work.
   */
  void work(Phase phase, Supplier<Response> call, Duration within, int wanted) {
    boolean accepted = false;
    boolean working = true;
    while ((working || !accepted) && of(phase).size() < wanted) {
      CompletableFuture<Integer> status =
          accepted ? CompletableFuture.completedFuture(202) : sent(call);
      if (!of(phase).isEmpty()) {
        assertThat(status.join()).isEqualTo(202);
      }
      long moment = moment(within);
      after(moment).join();
      working = strike(phase, moment, status);
      assertThat(status.join()).isIn(BROKEN_OFF, UNREACHABLE, 202);
      accepted = status.join() == 202;
      platform.restart(Part.DISCLOSURE);
    }
    if (!accepted) {
      call.get().then().statusCode(202);
    }
  }

  private boolean strike(Phase phase, long moment, CompletableFuture<Integer> status) {
    boolean unanswered = !status.isDone();
    platform.kill(Part.DISCLOSURE);
    RoundTables.Stage left = tables.stage();
    boolean inCall = unanswered && status.join() != UNREACHABLE;
    boolean hit = inCall || left.isAt(phase);
    if (hit) {
      Kill kill = new Kill(phase, moment, inCall, left);
      all.add(kill);
      System.out.println(kill);
    }
    return hit;
  }

  private long moment(Duration within) {
    return random.nextLong(Math.max(1, within.toMillis()));
  }

  private static CompletableFuture<Integer> sent(Supplier<Response> call) {
    return CompletableFuture.supplyAsync(() -> call.get().statusCode(), Threads.OWN);
  }

  private static CompletableFuture<Void> after(long millis) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Threads.OWN));
  }
}
