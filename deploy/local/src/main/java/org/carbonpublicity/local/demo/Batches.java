package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An analyst's work on a batch; every call leaves out what has been done before. */
final class Batches {

  private static final String ANALYST = "analyst";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ApiClient api;
  private final Progress progress;

  Batches(ApiClient api, Progress progress) {
    this.api = api;
    this.progress = progress;
  }

  /**
   * @param body as {@code POST /api/v1/batches} wants it, with the number
   */
  void open(int number, Map<String, Object> body) {
    if (find(number).isEmpty()) {
      api.create(ANALYST, "/api/v1/batches", "demo-batch-" + number, body).expect(201);
    }
  }

  /** DRAFT, IN_REVIEW, PUBLISHING or PUBLISHED. */
  String state(int number) {
    return find(number)
        .map(batch -> batch.path("state").asText())
        .orElseThrow(() -> new DemoFailedException("there is no batch " + number));
  }

  private Optional<JsonNode> find(int number) {
    Answer answer = api.get(ANALYST, path(number)).expect(200, 404);
    return answer.is(200) ? Optional.of(answer.body()) : Optional.empty();
  }

  private static String path(int number) {
    return "/api/v1/batches/" + number;
  }

  /** Number of rows accepted. */
  int importModels(int number, Path file) {
    try {
      return api.upload(
              ANALYST,
              path(number) + "/models?registerUnknown=true",
              "demo-models-" + number,
              BodyPublishers.ofFile(file))
          .expect(201, 200)
          .body()
          .path("rowsAccepted")
          .asInt();
    } catch (FileNotFoundException e) {
      throw new DemoFailedException(file + " is missing", e);
    }
  }

  void review(int number) {
    if (state(number).equals("DRAFT")) {
      api.post(ANALYST, path(number) + "/review", Map.of()).expect(200, 202, 204);
    }
  }

  /** Starts the publication and returns when it is done. */
  void publish(int number, Map<String, Object> body) {
    String before = state(number);
    if (before.equals("DRAFT") || before.equals("IN_REVIEW")) {
      api.post(ANALYST, path(number) + "/publication", body).expect(202);
    }
    Waiting.until(
        "the publication of batch " + number,
        PATIENCE,
        () -> {
          JsonNode batch = find(number).orElseThrow();
          progress.say(batch.path("state").asText().toLowerCase(Locale.ROOT));
          return batch.path("state").asText().equals("PUBLISHED")
              ? Optional.of(batch)
              : Optional.empty();
        });
  }
}
