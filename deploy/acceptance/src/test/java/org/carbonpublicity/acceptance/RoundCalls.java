package org.carbonpublicity.acceptance;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The calls of a round, each with the same {@code Idempotency-Key} whenever it is made, so that it
 * may be repeated until it is answered.
 */
final class RoundCalls {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final URI address;
  private final Round round;
  private final String path;
  private final Map<Integer, String> codes = new HashMap<>();

  RoundCalls(URI address, Round round) {
    this.address = address;
    this.round = round;
    this.path = "/api/v1/batches/" + round.number();
  }

  void open() {
    json(Map.of("number", round.number(), "title", "Round " + round.prefix()))
        .post("/api/v1/batches")
        .then()
        .statusCode(201);
  }

  Response importModels() {
    return Caller.as("analyst", address)
        .call()
        .header("Idempotency-Key", "models-" + round.prefix())
        .contentType("text/csv")
        .body(round.models())
        .post(path + "/models?registerUnknown=true");
  }

  void review() {
    json(Map.of()).post(path + "/review").then().statusCode(200);
    for (int automaker = 0; automaker < Round.AUTOMAKERS; automaker++) {
      codes.put(automaker, code(automaker));
    }
  }

  Response send(Round.Form form) {
    return Caller.as("automaker." + codes.get(form.automaker()), address)
        .call()
        .header("Idempotency-Key", "form-" + form.turn())
        .contentType("text/csv")
        .body(form.csv())
        .post(path + "/feedback-forms");
  }

  Response recalculation() {
    return json(Map.of("reviewWaived", true, "reason", "acceptance test"))
        .header("Idempotency-Key", "recalculation-" + round.prefix())
        .post(path + "/recalculation");
  }

  Response publication() {
    return json(Map.of())
        .header("Idempotency-Key", "publication-" + round.prefix())
        .post(path + "/publication");
  }

  void awaitRecalculated() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () ->
                Caller.as("analyst", address)
                    .call()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("recalculation.finishedAt", notNullValue()));
  }

  void awaitPublished() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () ->
                Caller.as("analyst", address)
                    .call()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("PUBLISHED")));
  }

  /** Looked up before anything is killed: only the calls of the round are repeated. */
  private String code(int automaker) {
    return Caller.anyone(address)
        .call()
        .urlEncodingEnabled(true)
        .queryParam("name", round.automaker(automaker))
        .get("/api/v1/enterprises")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].code");
  }

  private RequestSpecification json(Object body) {
    return Caller.as("analyst", address).call().contentType("application/json").body(body);
  }
}
