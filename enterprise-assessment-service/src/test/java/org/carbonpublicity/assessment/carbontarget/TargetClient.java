package org.carbonpublicity.assessment.carbontarget;

import static org.carbonpublicity.assessment.fixture.Platform.as;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.Tokens;

/** What enterprises, assessors and experts do with targets, over HTTP. */
final class TargetClient {

  static final String TARGETS = "/api/v1/carbon-targets";

  private final AdjustableClock clock;
  private final Map<String, String> files = new ConcurrentHashMap<>();

  TargetClient(AdjustableClock clock) {
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  int thisYear() {
    return today().getYear();
  }

  /** Moves the service's time to the beginning of a day, UTC, or so much later. */
  void moveTo(LocalDate day, Duration later) {
    Instant wanted = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(later);
    clock.advance(Duration.between(clock.instant(), wanted));
  }

  static String commitment(String enterprise) {
    return """
        {"enterprise": "%s", "scope": "ORGANIZATION",
         "boundary": {"description": "All sites", "emissionScopes": [1, 2]}}"""
        .formatted(enterprise);
  }

  /** Commits an enterprise by its automaker. */
  String committed(String enterprise) {
    return as(Tokens.automaker(enterprise))
        .body(commitment(enterprise))
        .post(TARGETS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** 1,000 t in the year before last, 5 % of it less each year. */
  String definition(String more) {
    return """
        {"baseline": {"year": %d, "value": 1000, "unit": "TCO2E",
                      "evidence": []},
         "targetYear": %d, "model": "ABSOLUTE_CONTRACTION", "ambition": "CELSIUS_1_5",
         "annualReductionPercent": 5%s}"""
        .formatted(thisYear() - 2, thisYear() + 5, more);
  }

  /** The file behind the baseline of an enterprise's target. */
  String evidence(String enterprise) {
    return files.computeIfAbsent(enterprise, of -> Platform.evidence(of, "baseline of " + of));
  }

  ValidatableResponse define(String token, String id, String body) {
    return as(token).body(body).put(TARGETS + "/" + id + "/target").then();
  }

  String defined(String enterprise) {
    String id = committed(enterprise);
    String evidenced =
        definition("")
            .replace("\"evidence\": []", "\"evidence\": [\"" + evidence(enterprise) + "\"]");
    define(Tokens.automaker(enterprise), id, evidenced).statusCode(200);
    return id;
  }

  ValidatableResponse submit(String token, String id) {
    return as(token).post(TARGETS + "/" + id + "/submission").then();
  }

  /** Submitted, and before a panel of an assessor, an analyst and someone else. */
  String submitted(String enterprise) {
    String id = defined(enterprise);
    submit(Tokens.automaker(enterprise), id).statusCode(200);
    panel(id, "\"assessor\", \"analyst\", \"professor\"").statusCode(200);
    return id;
  }

  ValidatableResponse panel(String id, String experts) {
    return as(Tokens.assessor())
        .body("{\"experts\": [" + experts + "]}")
        .put(TARGETS + "/" + id + "/panel")
        .then();
  }

  ValidatableResponse vote(String token, String id, String vote) {
    return as(token)
        .body("{\"vote\": \"%s\", \"reason\": \"%s it is\"}".formatted(vote, vote))
        .put(TARGETS + "/" + id + "/vote")
        .then();
  }

  String validated(String enterprise) {
    String id = submitted(enterprise);
    vote(Tokens.assessor(), id, "APPROVE").statusCode(200);
    vote(Tokens.analyst(), id, "APPROVE").statusCode(200);
    return id;
  }

  ValidatableResponse publish(String token, String id) {
    return as(token).post(TARGETS + "/" + id + "/publication").then();
  }

  String published(String enterprise) {
    String id = validated(enterprise);
    publish(Tokens.assessor(), id).statusCode(200);
    return id;
  }

  ValidatableResponse report(String token, String id, int year, String value) {
    return as(token)
        .body("{\"value\": %s, \"comment\": \"as metered\"}".formatted(value))
        .post("%s/%s/checkpoints/%d/reports".formatted(TARGETS, id, year))
        .then();
  }

  ValidatableResponse withdraw(String token, String id) {
    return as(token)
        .body("{\"reason\": \"the plant is sold\"}")
        .post(TARGETS + "/" + id + "/withdrawal")
        .then();
  }

  String withdrawn(String enterprise) {
    String id = published(enterprise);
    withdraw(Tokens.automaker(enterprise), id).statusCode(200);
    return id;
  }

  ValidatableResponse read(String token, String id) {
    return as(token).get(TARGETS + "/" + id).then();
  }
}
