package org.carbonpublicity.messaging.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the declared topics that are missing and waits until each partition answers. */
public final class TopicCreation {

  /*
   * Longer than any consumer may lag: an edition is counted event by event, and a count over a
   * topic compacted too early would never be reached.
   */
  private static final String KEEP_UNCOMPACTED_MS = Long.toString(7L * 24 * 60 * 60 * 1000);
  private static final String KEEP_MS = Long.toString(30L * 24 * 60 * 60 * 1000);

  private final Map<String, Object> clientSettings;
  private final TopicCatalog catalog;

  public TopicCreation(Map<String, Object> clientSettings, TopicCatalog catalog) {
    this.clientSettings = new HashMap<>(clientSettings);
    this.catalog = catalog;
    this.clientSettings.put("request.timeout.ms", "5000");
    this.clientSettings.put("default.api.timeout.ms", "10000");
  }

  /**
   * Makes every declared topic exist and answer; safe when several services do it at once.
   *
   * <p>Producing right after creation can cost an idempotent producer its first batch until that
   * times out, hence the question to every partition.
   *
   * @throws IllegalStateException when the broker does not answer or refuses
   */
  public void ensure() throws InterruptedException {
    try (Admin admin = Admin.create(clientSettings)) {
      Set<String> existing = admin.listTopics().names().get();
      for (NewTopic topic : declared()) {
        if (!existing.contains(topic.name())) {
          create(admin, topic);
        }
      }
      awaitLeaders(admin);
    } catch (ExecutionException e) {
      throw new IllegalStateException("topics could not be ensured: " + e.getCause(), e);
    }
  }

  private List<NewTopic> declared() {
    List<NewTopic> topics = new ArrayList<>();
    for (TopicCatalog.Topic topic : catalog.topics()) {
      for (String name : topic.names()) {
        boolean itself = name.equals(topic.name());
        NewTopic declared = new NewTopic(name, itself ? topic.partitions() : 1, (short) -1);
        declared.configs(
            itself && topic.compacted()
                ? Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", KEEP_UNCOMPACTED_MS)
                : Map.of("cleanup.policy", "delete", "retention.ms", itself ? KEEP_MS : "-1"));
        topics.add(declared);
      }
    }
    return topics;
  }

  private static void create(Admin admin, NewTopic topic)
      throws InterruptedException, ExecutionException {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void awaitLeaders(Admin admin) throws InterruptedException, ExecutionException {
    List<String> names = catalog.topics().stream().flatMap(t -> t.names().stream()).toList();
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  partitions.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    admin.listOffsets(partitions).all().get();
  }
}
