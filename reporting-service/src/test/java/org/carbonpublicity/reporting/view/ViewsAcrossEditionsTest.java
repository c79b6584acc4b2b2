package org.carbonpublicity.reporting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.MovedModels;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What views say while editions switch, and of former ones. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ViewsAcrossEditionsTest {

  private static final int MODELS = 40;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;

  @BeforeEach
  void publish() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    producers.rated(MovedModels.of(1, MODELS, true));
    producers.completed(1, MODELS, MODELS);
    Reports.awaitEdition(1);
  }

  @AfterEach
  void close() {
    producers.close();
  }

  /** Rates models 0 to 9 anew and leaves M20 out. */
  private void second() {
    producers.rated(MovedModels.of(2, 10, false));
    producers.withdrawn(2, "M20");
    producers.completed(2, MODELS - 1, 11);
    Reports.awaitEdition(2);
  }

  @Test
  void pagesStayInTheirEditionWhileItSwitches() {
    List<Map<String, Object>> items =
        Pages.items(
            "latest/models?limit=7&sort=name",
            page -> {
              if (page == 2) {
                second();
              }
            });

    assertThat(items.stream().map(item -> item.get("modelCode")))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MODELS).mapToObj(i -> "M" + i).toList());
    assertThat(items.stream().map(item -> item.get("belowAverage"))).containsOnly(true);
    assertThat(Pages.all("latest/models?limit=7")).hasSize(MODELS - 1).doesNotContain("M20");
  }

  @Test
  void aCursorOfAnotherEditionIsRefused() {
    String link = Reports.get("1/models?limit=7").header("Link");
    String cursor = link.replaceAll(".*cursor=([^&>]+).*", "$1");
    second();

    assertThat(Reports.get("latest/models?limit=7&cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(Reports.get("1/models?limit=7&cursor=" + cursor).statusCode()).isEqualTo(200);
    assertThat(Reports.get("1/models?limit=7&sort=name&cursor=" + cursor).statusCode())
        .isEqualTo(400);
  }

  @Test
  void historyIsThatUpToTheEdition() {
    second();

    JsonPath moved = Reports.get("latest/models/M3").jsonPath();
    assertThat(moved.<Integer>getList("history.edition")).containsExactly(1, 2);
    assertThat(moved.<Integer>getList("history.class")).containsExactly(1, 5);
    assertThat(Reports.get("1/models/M3").jsonPath().<Integer>getList("history.edition"))
        .containsExactly(1);
    assertThat(Reports.get("latest/models/M20").statusCode()).isEqualTo(404);
    assertThat(
            Reports.get("latest/models/M20/history").jsonPath().<Integer>getList("items.edition"))
        .containsExactly(1);
    assertThat(
            Reports.get("trends?of=mean&by=powertrain").jsonPath().<Integer>getList("items.models"))
        .containsExactly(MODELS, MODELS - 1);
  }

  @Test
  void onlyFormerEditionsAreKeptForEver() {
    Response latest = Reports.get("1/models?q=M1");
    assertThat(latest.header("Cache-Control")).isEqualTo("no-cache");
    String etag = latest.header("ETag");
    second();

    for (String path : List.of("1/models?q=M1", "1/models/M1", "1/tables/3")) {
      assertThat(Reports.get(path).header("Cache-Control"))
          .as(path)
          .isEqualTo("public, max-age=31536000, immutable");
    }
    for (String path :
        List.of("latest/models?q=M1", "2/models/M1", "latest/tables/3", "2/tables/3")) {
      assertThat(Reports.get(path).header("Cache-Control")).as(path).isEqualTo("no-cache");
    }
    Response known = Reports.getAs(Reports.client().header("If-None-Match", etag), "1/models?q=M1");
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.asByteArray()).isEmpty();
    assertThat(
            Reports.getAs(Reports.client().header("If-None-Match", etag), "latest/models?q=M1")
                .statusCode())
        .as("another edition is news")
        .isEqualTo(200);
  }
}
