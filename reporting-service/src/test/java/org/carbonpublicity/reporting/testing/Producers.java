package org.carbonpublicity.reporting.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonpublicity.embedded.testing.TestEvents;
import org.carbonpublicity.embedded.testing.TestEvents.KeyedJson;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/** The services that reporting hears, as a test plays them; a new source each. */
public final class Producers implements AutoCloseable {

  private final TestEvents events;

  public Producers(String bootstrapServers) {
    this.events = new TestEvents(bootstrapServers);
  }

  public TestEvents events() {
    return events;
  }

  public void rated(List<KeyedJson> models) {
    events.sendAll(Topics.RATINGS, "model-rated.v1", models);
  }

  /** Says that an edition leaves models of the one before out. */
  public void withdrawn(int edition, String... codes) {
    for (String code : codes) {
      events.send(Topics.RATINGS, "model-withdrawn.v1", code, withdrawal(edition, code));
      events.sendRaw(Topics.RATINGS, code, null);
    }
  }

  public static String withdrawal(int edition, String code) {
    return """
        {"edition": %d, "modelCode": "%s", "batch": 5, "footprintRevision": 2, "previousClass": 1}
        """
        .formatted(edition, code);
  }

  /** Says that an edition is complete; {@code changed} of its models had an event. */
  public void completed(int edition, int models, int changed) {
    events.send(
        Topics.EDITIONS,
        "edition-completed.v1",
        "" + edition,
        completion(edition, models, changed));
  }

  public static String completion(int edition, int models, int changed) {
    String previous = edition == 1 ? "" : "\"previousEdition\": %d,".formatted(edition - 1);
    return """
        {"edition": %d, %s "scheme": "test", "publication": %d, "batches": [1], "cutOff": "2024-09-30",
         "models": %d, "modelsOnSale": %d, "modelsRated": %d, "modelsUnrated": 0,
         "classCounts": {"1": %d, "2": 0, "3": 0, "4": 0, "5": 0}, "ratingEvents": %d,
         "completedAt": "2024-11-24T09:15:02.123456Z", "trigger": "PUBLICATION"}
        """
        .formatted(edition, previous, edition, models, models, models, models, changed);
  }

  /** Publishes an edition whose models all have an event. */
  public void edition(int edition, List<RatedModel> models) {
    rated(models.stream().map(model -> model.in(edition)).toList());
    completed(edition, models.size(), models.size());
  }

  public void starsPublished(
      String code, String name, String score, int scoreRounded, int stars, String publishedAt) {
    String json = stars(code, name, score, scoreRounded, stars, publishedAt);
    events.send(Topics.STARS, "stars-published.v1", code, json);
  }

  public static String stars(
      String code, String name, String score, int scoreRounded, int stars, String publishedAt) {
    return """
        {"assessment": "A-%1$s", "submission": "S-%1$s", "guideline": "cpp-2024", "enterprise": "%1$s",
         "enterpriseName": "%2$s", "score": %3$s, "scoreRounded": %4$d, "mandatoryMet": 15,
         "mandatoryItems": 15, "bonusMet": 1, "mandatoryRatioPercent": 100, "stars": %5$d,
         "boundBy": "SCORE", "awardedAt": "%6$s", "publishedAt": "%6$s"}
        """
        .formatted(code, name, score, scoreRounded, stars, publishedAt);
  }

  public void guidelineActivated(String guideline, String starRules) {
    String json = guideline(guideline, starRules);
    events.send(Topics.GUIDELINES, "guideline-activated.v1", guideline, json);
  }

  public static String guideline(String guideline, String starRules) {
    return """
        {"guideline": "%s", "title": "Guideline", "titleZh": "指南", "mandatoryItems": 15, "items": 26,
         "starRules": %s}
        """
        .formatted(guideline, starRules);
  }

  /** Registers an enterprise, or another revision of it. */
  public void enterprise(String code, String name, int revision, String... aliases) {
    enterprise(code, registration(code, name, revision, null, aliases));
  }

  /** Says that an enterprise was merged into another. */
  public void merged(String code, String name, int revision, String into) {
    enterprise(code, registration(code, name, revision, into));
  }

  private void enterprise(String code, String json) {
    events.send(Topics.ENTERPRISES, "enterprise-registered.v1", code, json);
  }

  public static String registration(
      String code, String name, int revision, @Nullable String into, String... aliases) {
    return """
        {"code": "%s", "name": "%s", "aliases": [%s], %s "revision": %d}
        """
        .formatted(
            code,
            name,
            Stream.of(aliases).map(alias -> '"' + alias + '"').collect(Collectors.joining(",")),
            into == null ? "" : "\"mergedInto\": \"" + into + "\",",
            revision);
  }

  @Override
  public void close() {
    events.close();
  }
}
