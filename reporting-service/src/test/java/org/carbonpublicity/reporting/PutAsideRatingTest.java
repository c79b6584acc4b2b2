package org.carbonpublicity.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.MovedModels;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.StoredRows;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What cannot be counted to an edition is put aside, and holds up nothing but what it is part of.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PutAsideRatingTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;
  @Inject StoredRows stored;

  private Producers producers;

  @BeforeEach
  void start() throws SQLException {
    freshState.restore();
    producers = new Producers(bootstrapServers);
  }

  @AfterEach
  void stop() {
    producers.close();
  }

  @Test
  void aRatingForAnEditionThatHasAllOfThemIsPutAside() throws SQLException {
    producers.rated(MovedModels.of(1, 10, true));
    producers.completed(1, 10, 10);
    Reports.awaitEdition(1);

    producers.rated(List.of(MovedModels.model(99, true).in(1)));

    stored.awaitNumber(
        "select count(*) from dead_letter where reason like '%all of its ratings%'", 1);
    assertThat(stored.number("select count(*) from model_rating")).isEqualTo(10);
  }

  @Test
  void aPoisonedRatingIsPutAsideAndTheNextOnesAreCounted() throws SQLException {
    producers.rated(MovedModels.of(1, 9, true));
    producers
        .events()
        .send(Topics.RATINGS, "model-rated.v1", "M9", "{\"edition\": 1, \"modelCode\": 7}");
    producers.rated(List.of(MovedModels.model(9, true).in(1)));
    producers.completed(1, 10, 10);

    Reports.awaitEdition(1);

    assertThat(modelsOnSale()).isEqualTo(10);
    stored.awaitNumber("select count(*) from dead_letter where reason like '%modelCode%'", 1);
  }

  @Test
  void anEditionWaitsForADeadRatingUntilItIsRedriven() throws SQLException {
    stored.execute("alter table model_rating add constraint fault check (model_code <> 'M9')");
    try {
      producers.rated(MovedModels.of(1, 10, true));
      producers.completed(1, 10, 10);
      stored.awaitNumber(
          "select count(*) from dead_letter where key = 'M9' and reason like '%fault%'", 1);
      stored.awaitNumber("select received from edition_progress", 9);
    } finally {
      stored.execute("alter table model_rating drop constraint fault");
    }
    assertThat(Reports.get("latest/tables/3").statusCode()).isEqualTo(404);

    Reports.client()
        .auth()
        .oauth2(Tokens.analyst())
        .post(
            "/api/v1/operations/reporting/dead-letters/%d/redrive"
                .formatted(stored.number("select id from dead_letter where key = 'M9'")))
        .then()
        .statusCode(200);

    Reports.awaitEdition(1);
    assertThat(modelsOnSale()).isEqualTo(10);
  }

  private static int modelsOnSale() {
    return Reports.rows("1/tables/3").stream().mapToInt(row -> (int) row.get("models")).sum();
  }
}
