package org.carbonpublicity.rating.edition;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.rating.edition.EditionFrames.Key;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.edition.persistence.RankRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The ranks of the latest edition, and of a few that were asked for, in memory. One thread loads
 * them in the background: at start, when another edition has become the latest, and when an edition
 * that is not here is asked for. Nobody waits for it; what is not here is counted by the database.
 */
@ApplicationScoped
public class RankMemory {

  private static final Logger LOG = Logger.getLogger(RankMemory.class);
  private static final int KEPT = 3;
  private static final int WAITING = 4;

  private final EditionRepository editions;
  private final RankRepository repository;
  private final Duration pollInterval;
  private final Map<Key, EditionRanks> kept =
      new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, EditionRanks> eldest) {
          return size() > KEPT;
        }
      };
  private final BlockingQueue<Key> wanted = new ArrayBlockingQueue<>(WAITING);
  private volatile boolean running;
  private @Nullable Thread thread;

  RankMemory(
      EditionRepository editions,
      RankRepository repository,
      @ConfigProperty(name = "rating.ranks.poll-interval") Duration pollInterval) {
    this.editions = editions;
    this.repository = repository;
    this.pollInterval = pollInterval;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    Thread loader = new Thread(this::run, "edition-ranks");
    loader.setDaemon(true);
    thread = loader;
    loader.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    Thread loader = thread;
    if (loader != null) {
      loader.interrupt();
      loader.join(Duration.ofSeconds(5).toMillis());
    }
  }

  /** The ranks of an edition; null when they are not here yet, and then they are fetched. */
  public @Nullable EditionRanks of(Key edition) {
    EditionRanks ranks;
    synchronized (kept) {
      ranks = kept.get(edition);
    }
    if (ranks == null && !wanted.contains(edition)) {
      // Where too many wait already, the database goes on counting.
      boolean unused = wanted.offer(edition);
    }
    return ranks;
  }

  private void run() {
    while (running) {
      try {
        editions.latest().map(Key::of).ifPresent(this::load);
        Key asked = wanted.poll(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
        if (asked != null) {
          load(asked);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("Ranks could not be loaded, the database counts meanwhile", e);
        pause();
      }
    }
  }

  private void load(Key edition) {
    synchronized (kept) {
      if (kept.get(edition) != null) {
        return;
      }
    }
    EditionRanks ranks = repository.read(edition.edition());
    synchronized (kept) {
      kept.put(edition, ranks);
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(pollInterval.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
