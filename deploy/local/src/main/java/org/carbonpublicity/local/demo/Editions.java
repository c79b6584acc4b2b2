package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** Waits for the editions that follow from a publication. */
final class Editions {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ApiClient api;
  private final Progress progress;

  Editions(ApiClient api, Progress progress) {
    this.api = api;
    this.progress = progress;
  }

  /**
   * The first edition that contains the batch and can be read in the reports; as rating tells it.
   */
  JsonNode withBatch(int batch) {
    progress.say("rating");
    JsonNode edition =
        Waiting.until("an edition with batch " + batch, PATIENCE, () -> latestWith(batch));
    int number = edition.path("number").asInt();
    progress.say("reporting edition " + number);
    return Waiting.until(
        "edition " + number + " in the reports",
        PATIENCE,
        () -> reported(number) ? Optional.of(edition) : Optional.empty());
  }

  /** Number of the oldest edition that contains the batch; there must be one. */
  int firstWith(int batch) {
    return api.get(ApiClient.PUBLIC, "/api/v1/editions?limit=1000").expect(200).items().stream()
        .filter(edition -> contains(edition, batch))
        .mapToInt(edition -> edition.path("number").asInt())
        .min()
        .orElseThrow(() -> new DemoFailedException("no edition contains batch " + batch));
  }

  private Optional<JsonNode> latestWith(int batch) {
    Answer answer = api.get(ApiClient.PUBLIC, "/api/v1/editions/latest").expect(200, 404);
    if (answer.is(404)) {
      return Optional.empty();
    }
    return contains(answer.body(), batch) ? Optional.of(answer.body()) : Optional.empty();
  }

  private static boolean contains(JsonNode edition, int batch) {
    for (JsonNode contained : edition.path("batches")) {
      if (contained.asInt() == batch) {
        return true;
      }
    }
    return false;
  }

  private boolean reported(int edition) {
    return api.get(ApiClient.PUBLIC, "/api/v1/reports/" + edition + "/tables/3")
        .expect(200, 404)
        .is(200);
  }
}
