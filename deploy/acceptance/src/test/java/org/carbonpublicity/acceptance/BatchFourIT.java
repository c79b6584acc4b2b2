package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The round of batch 4: calculated, corrected by 58 enterprises, published as edition 2. */
class BatchFourIT {

  private final DemoPlatform demo = DemoPlatform.loaded();

  @Test
  void becomesEditionTwo() {
    demo.anyone()
        .call()
        .get("/api/v1/editions/latest")
        .then()
        .statusCode(200)
        .body("number", equalTo(2))
        .body("batches", equalTo(List.of(3, 4)))
        .body("models", equalTo(7_120 + 1_297));
  }

  @Test
  void takesTheRecalculatedFootprintOfWhatWasCorrected() {
    List<Map<String, Object>> revisions =
        demo.anyone()
            .call()
            .get("/api/v1/vehicle-models/E36-PQin01/footprints")
            .then()
            .statusCode(200)
            .extract()
            .path("items");

    assertThat(revisions).hasSize(2);
    demo.anyone()
        .call()
        .get("/api/v1/ratings/E36-PQin01")
        .then()
        .statusCode(200)
        .body("footprintRevision", equalTo(2));
  }

  @Test
  void keepsEveryTermOfACalculatedFootprint() {
    demo.anyone()
        .call()
        .get("/api/v1/vehicle-models/E36-PQin01/footprints/2")
        .then()
        .statusCode(200)
        .body("terms.findAll { it.name == 'traction-battery' }", hasSize(1))
        .body("terms.findAll { it.name == 'electricity' }", hasSize(1));
  }

  @Test
  void neverShowsAMixtureOfTwoEditions() {
    EditionWatch watch = demo.watch();

    assertThat(watch.faults()).isEmpty();
    assertThat(watch.answers()).isGreaterThan(10);
    for (String table : List.of("3", "4")) {
      assertThat(watch.seen(table).keySet()).as("editions seen").containsExactly(1, 2);
      watch
          .seen(table)
          .forEach(
              (edition, texts) ->
                  assertThat(texts)
                      .as("table %s of edition %d", table, edition)
                      .containsExactly(rows(edition, table)));
    }
  }

  private String rows(int edition, String table) {
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .valueToTree(
            demo.anyone()
                .call()
                .get("/api/v1/reports/" + edition + "/tables/" + table)
                .then()
                .statusCode(200)
                .extract()
                .path("rows"))
        .toString();
  }
}
