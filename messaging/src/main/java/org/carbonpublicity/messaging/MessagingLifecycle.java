package org.carbonpublicity.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.messaging.inbox.Listeners;
import org.carbonpublicity.messaging.relay.Relay;
import org.carbonpublicity.messaging.topics.TopicCatalog;
import org.carbonpublicity.messaging.topics.TopicCreation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts relay and listeners once the topics stand, however long the broker takes, and ends them
 * before the service's database connections close.
 */
@ApplicationScoped
public class MessagingLifecycle {

  private static final Logger LOG = Logger.getLogger(MessagingLifecycle.class);

  private final MessagingConfig config;
  private final Relay relay;
  private final Listeners listeners;
  private volatile boolean ready;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Thread starter;

  MessagingLifecycle(MessagingConfig config, Relay relay, Listeners listeners) {
    this.config = config;
    this.relay = relay;
    this.listeners = listeners;
  }

  void onStart(@Observes @Priority(5_000) StartupEvent event) {
    Thread thread = new Thread(this::awaitTopics, "messaging-start");
    thread.setDaemon(true);
    starter = thread;
    thread.start();
  }

  void onStop(@Observes @Priority(1) ShutdownEvent event) {
    stopping.countDown();
    if (starter != null) {
      starter.interrupt();
    }
    listeners.stop();
    relay.stop();
  }

  private void awaitTopics() {
    TopicCreation topics = new TopicCreation(config.clientSettings(), TopicCatalog.load());
    try {
      while (!ensured(topics)) {
        if (stopping.await(500, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (stopping.getCount() > 0) {
      relay.start();
      listeners.start();
      ready = true;
    }
  }

  private static boolean ensured(TopicCreation topics) throws InterruptedException {
    try {
      topics.ensure();
      return true;
    } catch (RuntimeException e) {
      LOG.infof("event=waiting-for-broker reason=\"%s\"", e.getMessage());
      return false;
    }
  }

  /** Whether topics stand and relay and listeners run. */
  public boolean ready() {
    return ready;
  }

  /** Names of loops that have not come round for too long; empty when all is well. */
  public List<String> stalled() {
    if (!ready) {
      return List.of();
    }
    List<String> stalled = new ArrayList<>(listeners.stalled());
    if (!relay.alive()) {
      stalled.add("relay");
    }
    return stalled;
  }
}
