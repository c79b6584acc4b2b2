package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of one enterprise's questionnaire; what was done before is left out. */
final class Assessments {

  private static final String ASSESSOR = "assessor";
  private static final String PATH = "/api/v1/assessments";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ApiClient api;

  Assessments(ApiClient api) {
    this.api = api;
  }

  /** The guideline in force. */
  String guideline() {
    return Waiting.until(
        "a guideline in force",
        PATIENCE,
        () ->
            api.get(ApiClient.PUBLIC, "/api/v1/guidelines").expect(200).items().stream()
                .map(guideline -> guideline.path("id").asText())
                .filter(id -> !id.isEmpty())
                .findFirst());
  }

  /** The enterprise answers, by its own client, unless it has an assessment. */
  void submit(String enterprise, String guideline, List<DemoFiles.ItemAnswer> answers) {
    if (find(enterprise).isPresent()) {
      return;
    }
    // The service learns of an enterprise by an event: a moment after its registration.
    Waiting.until(
        enterprise + " to be known to the assessment",
        PATIENCE,
        () -> {
          Answer answer =
              api.create(
                  automaker(enterprise),
                  "/api/v1/submissions",
                  "demo-submission-" + enterprise,
                  Map.of("guideline", guideline, "enterprise", enterprise, "answers", answers));
          boolean unknownYet =
              answer.status() == 422
                  && answer.body().path("type").asText().equals("/problems/unknown-enterprise");
          return unknownYet ? Optional.empty() : Optional.of(answer.expect(202));
        });
  }

  /**
   * Waits for the score, which an event triggers, and confirms it by the enterprise's own client.
   */
  void confirm(String enterprise) {
    JsonNode assessment =
        Waiting.until("the score of " + enterprise, PATIENCE, () -> find(enterprise));
    if (assessment.path("state").asText().equals("AWARDED")) {
      api.post(automaker(enterprise), path(assessment) + "/confirmation", Map.of()).expect(200);
    }
  }

  /** The assessor publishes a confirmed result. */
  void publish(String enterprise) {
    JsonNode assessment = find(enterprise).orElseThrow();
    if (assessment.path("state").asText().equals("CONFIRMED")) {
      api.post(ASSESSOR, path(assessment) + "/publication", Map.of()).expect(200);
    }
  }

  private Optional<JsonNode> find(String enterprise) {
    return api
        .get(ASSESSOR, PATH + "?enterprise=" + ApiClient.encode(enterprise))
        .expect(200)
        .items()
        .stream()
        .findFirst();
  }

  private static String path(JsonNode assessment) {
    return PATH + "/" + assessment.path("id").asText();
  }

  static String automaker(String enterprise) {
    return "automaker." + enterprise;
  }
}
