package org.carbonpublicity.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;

/** What is answered and told of a round, without what names the round or tells the time. */
final class RoundAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final EventLog events;
  private final Round round;

  RoundAnswers(URI address, EventLog events, Round round) {
    this.address = address;
    this.events = events;
    this.round = round;
  }

  Map<String, Object> batch() {
    Map<String, Object> batch = get("");
    batch.keySet().retainAll(Set.of("state", "models", "recalculation", "publication"));
    if (batch.get("recalculation") instanceof Map<?, ?> recalculation) {
      recalculation.keySet().removeAll(Set.of("startedAt", "finishedAt"));
    }
    if (batch.get("publication") instanceof Map<?, ?> publication) {
      publication.remove("number");
    }
    return batch;
  }

  /** In the order in which they were received. */
  List<Map<String, Object>> receipts() {
    List<Map<String, Object>> receipts = items("/feedback-forms?limit=1000");
    receipts.forEach(
        receipt -> {
          receipt.keySet().removeAll(Set.of("id", "batch", "enterprises", "receivedAt"));
          receipt.keySet().removeAll(Set.of("receivedFrom", "fileSha256"));
          receipt.computeIfPresent("supersededBy", (key, form) -> "another");
        });
    return receipts;
  }

  /** By the rest of the enterprise's name. */
  Map<String, Map<String, Object>> progress() {
    Map<String, Map<String, Object>> progress = new TreeMap<>();
    for (Map<String, Object> of : items("/progress?limit=1000")) {
      of.remove("enterprise");
      progress.put(of.remove("enterpriseName").toString().substring(2), of);
    }
    return progress;
  }

  /** How many different events of each type its batch had. */
  Map<String, Integer> batchEvents() {
    Map<String, Integer> counts = new TreeMap<>();
    distinct("disclosure.batches").stream()
        .filter(event -> event.json().path("batch").asInt() == round.number())
        .forEach(event -> counts.merge(event.type(), 1, Integer::sum));
    return counts;
  }

  /** What is published of each model, by the rest of its code: one footprint, or the test fails. */
  Map<String, List<String>> footprints() {
    Map<String, List<String>> footprints = new TreeMap<>();
    for (Event event : distinct("disclosure.footprints")) {
      if (event.json().path("batch").asInt() == round.number()) {
        ObjectNode json = (ObjectNode) event.json();
        String code = json.path("modelCode").asText();
        json.put("enterpriseName", json.path("enterpriseName").asText().substring(2));
        json.remove(List.of("batch", "modelCode", "enterprise", "publication"));
        footprints
            .computeIfAbsent(code.substring(2), key -> new ArrayList<>())
            .add(event.type() + " " + json);
      }
    }
    return footprints;
  }

  /** The class of each model in an edition that rates it for the first time. */
  Map<String, Integer> classes(int edition) {
    Map<String, Integer> classes = new TreeMap<>();
    for (Event event : distinct("rating.ratings")) {
      String code = event.json().path("modelCode").asText();
      if (event.json().path("edition").asInt() == edition
          && code.startsWith(round.prefix() + "-")) {
        classes.put(code.substring(2), event.json().path("class").asInt());
      }
    }
    return classes;
  }

  private record Event(String type, JsonNode json) {}

  /** As consumers see them: what a relay sent twice has the same source and id. */
  private Collection<Event> distinct(String topic) {
    Map<String, Event> distinct = new TreeMap<>();
    for (SentEvent event : events.read(topic)) {
      if (event.json() == null) {
        continue; // A tombstone.
      }
      distinct.put(
          event.headers().get("ce_source") + " " + event.headers().get("ce_id"),
          new Event(event.type(), json(event.json())));
    }
    return distinct.values();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Map<String, Object>> items(String path) {
    List<Map<String, Object>> items = new ArrayList<>();
    if (get(path).get("items") instanceof List<?> found) {
      found.forEach(item -> items.add(JSON.convertValue(item, Map.class)));
    }
    return items;
  }

  private Map<String, Object> get(String path) {
    return Caller.as("analyst", address)
        .call()
        .get("/api/v1/batches/" + round.number() + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("");
  }
}
