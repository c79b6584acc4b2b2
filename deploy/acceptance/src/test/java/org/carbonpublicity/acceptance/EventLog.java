package org.carbonpublicity.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.carbonpublicity.embedded.testing.TestEvents;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;

/** What stands on the broker, and how far its consumers are. */
final class EventLog {

  private static final Pattern EDITION = Pattern.compile("\"edition\":(\\d+)");
  private static final Map<Part, List<String>> CONSUMED =
      Map.of(
          Part.RATING, List.of("disclosure.footprints", "disclosure.batches"),
          Part.ASSESSMENT, List.of("disclosure.enterprises", "assessment.submissions"),
          Part.REPORTING,
              List.of(
                  "disclosure.enterprises",
                  "rating.ratings",
                  "rating.editions",
                  "assessment.stars",
                  "assessment.guidelines"));
  private static final List<String> DEAD_LETTER_TOPICS =
      List.of(
          "disclosure.footprints.rating.dlq",
          "disclosure.batches.rating.dlq",
          "rating.ratings.reporting.dlq",
          "rating.editions.reporting.dlq",
          "disclosure.enterprises.assessment.dlq",
          "disclosure.enterprises.reporting.dlq",
          "assessment.submissions.assessment.dlq",
          "assessment.stars.reporting.dlq",
          "assessment.guidelines.reporting.dlq");

  private final Platform platform;

  EventLog(Platform platform) {
    this.platform = platform;
  }

  /** In how many distinct models the topic tells of an edition. */
  int ratedModels(int edition) {
    Set<String> models = new HashSet<>();
    for (SentEvent event : read("rating.ratings")) {
      Matcher matcher = EDITION.matcher(String.valueOf(event.json()));
      if (matcher.find() && Integer.parseInt(matcher.group(1)) == edition) {
        models.add(event.key());
      }
    }
    return models.size();
  }

  List<SentEvent> deadLetters() {
    List<SentEvent> letters = new ArrayList<>();
    DEAD_LETTER_TOPICS.forEach(topic -> letters.addAll(read(topic)));
    return letters;
  }

  List<SentEvent> read(String topic) {
    try (TestEvents events = new TestEvents(platform.bootstrapServers())) {
      return events.read(topic);
    }
  }

  /** Has a service, which must be down, take all of its topics from the start again. */
  void resetToEarliest(Part consumer) throws Exception {
    try (Admin admin = admin()) {
      for (String topic : CONSUMED.get(consumer)) {
        Map<TopicPartition, OffsetAndMetadata> earliest = new HashMap<>();
        ends(admin, topic).keySet().forEach(p -> earliest.put(p, new OffsetAndMetadata(0)));
        // The broker refuses while it takes the killed member for alive.
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(250))
            .ignoreExceptionsMatching(e -> e instanceof ExecutionException)
            .untilAsserted(
                () ->
                    assertThat(
                            admin
                                .alterConsumerGroupOffsets(group(consumer, topic), earliest)
                                .all()
                                .get())
                        .isNull());
      }
    }
  }

  /**
   * The smallest number of working members that any of a service's groups has; a topic of one
   * partition has work for one only and does not count.
   */
  int members(Part consumer) throws Exception {
    int fewest = Integer.MAX_VALUE;
    try (Admin admin = admin()) {
      for (String topic : CONSUMED.get(consumer)) {
        if (ends(admin, topic).size() == 1) {
          continue;
        }
        String group = group(consumer, topic);
        int members =
            (int)
                admin
                    .describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members()
                    .stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        fewest = Math.min(fewest, members);
      }
    }
    return fewest;
  }

  /** Returns when a service has taken everything its topics hold. */
  void awaitCaughtUp(Part consumer) {
    try (Admin admin = admin()) {
      for (String topic : CONSUMED.get(consumer)) {
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(250))
            .untilAsserted(() -> assertThat(lag(admin, consumer, topic)).isZero());
      }
    }
  }

  private static long lag(Admin admin, Part consumer, String topic) throws Exception {
    ListConsumerGroupOffsetsResult offsets = admin.listConsumerGroupOffsets(group(consumer, topic));
    Map<TopicPartition, OffsetAndMetadata> committed =
        offsets.partitionsToOffsetAndMetadata().get();
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : ends(admin, topic).entrySet()) {
      OffsetAndMetadata at = committed.get(end.getKey());
      if (end.getValue() > 0 && at != null) {
        lag += end.getValue() - at.offset();
      }
    }
    return lag;
  }

  private static Map<TopicPartition, Long> ends(Admin admin, String topic) throws Exception {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .forEach(p -> asked.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(asked).all().get().forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  private static String group(Part consumer, String topic) {
    String service =
        consumer == Part.ASSESSMENT
            ? "enterprise-assessment-service"
            : consumer.label() + "-service";
    return service + "." + topic;
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
  }

  /** How many duplicates the first instance of a service has dropped since it started. */
  double duplicates(Part service) {
    return metric(service, 1, "messaging_inbox_duplicates_total");
  }

  /** The sum of a metric over its tags, as an instance of a service tells it. */
  double metric(Part service, int instance, String name) {
    return given()
        .baseUri(platform.address(service, instance).toString())
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
