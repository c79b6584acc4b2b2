package org.carbonpublicity.reporting.update.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.reporting.report.persistence.PublishedStateReader;
import org.carbonpublicity.reporting.update.EditionSwitch;
import org.carbonpublicity.reporting.update.Follower;
import org.carbonpublicity.reporting.update.persistence.EditionSwitchRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Everybody who follows updates on this instance. While there is anybody, the state is looked up a
 * few times a second: switches that other instances made are noticed like one's own.
 */
@ApplicationScoped
class Followers {

  private static final Logger LOG = Logger.getLogger(Followers.class);
  private static final long LOOK_MILLIS = 250;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 2_000;

  private final PublishedStateReader states;
  private final EditionSwitchRepository switches;
  private final Follower.Pace pace;
  private final Semaphore free;
  private final int most;
  private final Semaphore wakeUps = new Semaphore(0);
  private final List<Follower> followers = new ArrayList<>();
  private final Thread thread = new Thread(this::loop, "updates");
  private volatile boolean running = true;

  Followers(
      PublishedStateReader states,
      EditionSwitchRepository switches,
      MeterRegistry metrics,
      @ConfigProperty(name = "reporting.updates.heartbeat") Duration heartbeat,
      @ConfigProperty(name = "reporting.updates.subscribers") int most) {
    this.states = states;
    this.switches = switches;
    this.pace = new Follower.Pace(heartbeat.toNanos(), 2 * heartbeat.toNanos());
    this.most = most;
    this.free = new Semaphore(most);
    Gauge.builder("reporting.updates.subscribers", this, Followers::count).register(metrics);
  }

  void start(@Observes StartupEvent started) {
    thread.setDaemon(true);
    thread.start();
  }

  /** Followers come back to another instance, and miss nothing. */
  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    running = false;
    wakeUps.release();
    thread.join(TimeUnit.SECONDS.toMillis(10));
    present().forEach(Follower::cut);
  }

  /** Takes a place, to be given back with {@link #leave}; false when all are taken. */
  boolean enter() {
    return running && free.tryAcquire();
  }

  void leave() {
    free.release();
  }

  /** How many places are taken. */
  int count() {
    return most - free.availablePermits();
  }

  void add(Follower follower) {
    synchronized (followers) {
      followers.add(follower);
    }
    wakeUps.release();
  }

  private List<Follower> present() {
    synchronized (followers) {
      return List.copyOf(followers);
    }
  }

  private void loop() {
    try {
      while (running) {
        List<Follower> present = present();
        if (present.isEmpty()) {
          wakeUps.acquire();
        } else if (wakeUps.tryAcquire(round(present), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells everybody what is news to them; returns how long to wait, unless woken. */
  private long round(List<Follower> present) throws InterruptedException {
    try {
      int latest = states.read().toCompletableFuture().get().edition();
      OptionalInt first =
          present.stream().filter(Follower::isReady).mapToInt(f -> f.toldOf(latest)).min();
      List<EditionSwitch> news =
          first.isPresent() && first.getAsInt() < latest
              ? switches.after(first.getAsInt(), latest)
              : List.of();
      List<Follower> gone = new ArrayList<>();
      for (Follower follower : present) {
        if (!follower.tell(news, latest, pace, System.nanoTime())) {
          gone.add(follower);
        }
      }
      synchronized (followers) {
        followers.removeAll(gone);
      }
      return LOOK_MILLIS;
    } catch (ExecutionException | RuntimeException e) {
      // They are told when the database answers again.
      LOG.warnf(e, "event=updates-not-read reason=\"%s\"", e.getMessage());
      return PAUSE_AFTER_FAILURE_MILLIS;
    }
  }
}
