package org.carbonpublicity.acceptance;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An analyst's work: a scheme, batches of models and their publication, over HTTP. */
final class Disclosures {

  /** What an edition answers, by path; tables 1 and 2 are for members and not about models. */
  private static final List<String> ANSWERS =
      List.of(
          "tables/3",
          "tables/4",
          "figures/1",
          "figures/2",
          "figures/5",
          "figures/11",
          "figures/13",
          "figures/14",
          "figures/15");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI address;
  private final Caller analyst;

  Disclosures(URI address) {
    this.address = address;
    this.analyst = Caller.as("analyst", address);
  }

  /** Puts the illustrative scheme in force. */
  void activateScheme() {
    analyst
        .call()
        .contentType("application/json")
        .body(Disclosures.class.getResourceAsStream("/scheme.json"))
        .put("/api/v1/rating-schemes/cpp-2024-illustrative")
        .then()
        .statusCode(anyOf(is(200), is(201)));
    analyst
        .call()
        .post("/api/v1/rating-schemes/cpp-2024-illustrative/activation")
        .then()
        .statusCode(202);
  }

  /** Opens a batch and imports a file of models with their footprints into it. */
  void importBatch(int number, Path csv) {
    analyst
        .call()
        .contentType("application/json")
        .body(Map.of("number", number, "title", "Batch " + number))
        .post("/api/v1/batches")
        .then()
        .statusCode(201);
    analyst
        .call()
        .contentType("text/csv")
        .body(csv.toFile())
        .post("/api/v1/batches/" + number + "/models?registerUnknown=true")
        .then()
        .statusCode(201);
  }

  /** Asks for the publication of a batch, without a review; returns when that was accepted. */
  void publish(int number) {
    analyst
        .call()
        .contentType("application/json")
        .body(Map.of("reviewWaived", true, "reason", "acceptance test"))
        .post("/api/v1/batches/" + number + "/publication")
        .then()
        .statusCode(202);
  }

  /** Returns when reports and ratings answer from that edition or a later one. */
  void awaitEdition(int edition) {
    Caller anyone = Caller.anyone(address);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              anyone
                  .call()
                  .get("/api/v1/reports/latest/tables/3")
                  .then()
                  .statusCode(200)
                  .body("edition", greaterThanOrEqualTo(edition));
              anyone
                  .call()
                  .get("/api/v1/editions/latest")
                  .then()
                  .statusCode(200)
                  .body("number", greaterThanOrEqualTo(edition));
            });
  }

  /** The rows of everything an edition answers about models, by path. */
  Map<String, Object> rows(int edition) {
    Caller anyone = Caller.anyone(address);
    Map<String, Object> rows = new LinkedHashMap<>();
    for (String answer : ANSWERS) {
      Response response = anyone.call().get("/api/v1/reports/" + edition + "/" + answer);
      response.then().statusCode(200);
      rows.put(answer, response.jsonPath().get("rows"));
    }
    Map<String, Object> summary =
        anyone.call().get("/api/v1/editions/" + edition).then().statusCode(200).extract().path("$");
    summary.keySet().retainAll(Set.of("models", "modelsOnSale", "modelsRated", "classCounts"));
    rows.put("edition", summary);
    return rows;
  }
}
