package org.carbonpublicity.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of messaging; the defaults suit production. */
@ApplicationScoped
public class MessagingConfig {

  private final String application;
  private final String bootstrapServers;
  private final Duration relayPause;
  private final int cycleBytes;
  private final int pollRecords;
  private final Duration stalledAfter;

  MessagingConfig(
      @ConfigProperty(name = "quarkus.application.name") String application,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "messaging.relay.pause", defaultValue = "250ms") Duration relayPause,
      @ConfigProperty(name = "messaging.relay.cycle-bytes", defaultValue = "8000000")
          int cycleBytes,
      @ConfigProperty(name = "messaging.listener.poll-records", defaultValue = "5000")
          int pollRecords,
      @ConfigProperty(name = "messaging.stalled-after", defaultValue = "2M")
          Duration stalledAfter) {
    this.application = application;
    this.bootstrapServers = bootstrapServers;
    this.relayPause = relayPause;
    this.cycleBytes = cycleBytes;
    this.pollRecords = pollRecords;
    this.stalledAfter = stalledAfter;
  }

  /** The service's module name, for instance {@code rating-service}. */
  public String application() {
    return application;
  }

  /** The service's name as a consumer: {@code rating} for {@code rating-service}. */
  public String consumer() {
    String name = application.replaceFirst("-service$", "");
    return name.substring(name.lastIndexOf('-') + 1);
  }

  /** How long the relay waits for a wake-up before it looks into the outbox by itself. */
  public Duration relayPause() {
    return relayPause;
  }

  /** Stored bytes a relay cycle reads at most, the last row excepted. */
  public int cycleBytes() {
    return cycleBytes;
  }

  /** Events a listener takes at most for one transaction. */
  public int pollRecords() {
    return pollRecords;
  }

  /** After how long without a sign of life a loop counts as stalled. */
  public Duration stalledAfter() {
    return stalledAfter;
  }

  /** Client settings that producers, consumers and the admin client share. */
  public Map<String, Object> clientSettings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("reconnect.backoff.ms", "50");
    settings.put("reconnect.backoff.max.ms", "1000");
    settings.put("retry.backoff.ms", "50");
    return settings;
  }
}
