package org.carbonpublicity.messaging.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The declared topics, from {@code topics.json}, the one place where they are named with their
 * partitions and consumers.
 */
public record TopicCatalog(List<Topic> topics) {

  /**
   * A topic.
   *
   * @param compacted keeps the last event of each key for ever; else events are kept 30 days
   * @param consumers services that read it; each has a dead-letter topic beside it
   */
  public record Topic(String name, int partitions, boolean compacted, List<String> consumers) {

    /** All topics this declaration stands for: itself and its dead-letter topics. */
    List<String> names() {
      List<String> names = new ArrayList<>();
      names.add(name);
      consumers.forEach(consumer -> names.add(deadLetterTopic(name, consumer)));
      return names;
    }
  }

  /** Reads the catalog that comes with this library. */
  public static TopicCatalog load() {
    try (InputStream file = TopicCatalog.class.getResourceAsStream("/topics.json")) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(file, "topics.json"), TopicCatalog.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a consumer's dead letters of a topic go. */
  public static String deadLetterTopic(String topic, String consumer) {
    return topic + "." + consumer + ".dlq";
  }
}
