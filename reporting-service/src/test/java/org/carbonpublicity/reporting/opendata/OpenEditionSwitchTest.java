package org.carbonpublicity.reporting.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.MovedModels;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.StoredRows;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downloads while editions switch. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class OpenEditionSwitchTest {

  /** More than what the sockets' buffers hold, so that the download is under way for long. */
  private static final int MODELS = 100_000;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;
  @Inject StoredRows stored;

  private Producers producers;

  @BeforeEach
  void start() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
  }

  @AfterEach
  void stop() {
    producers.close();
  }

  @Test
  void aDownloadStaysOfItsEditionAndIsWhole() throws Exception {
    producers.rated(MovedModels.of(1, MODELS, true));
    producers.completed(1, MODELS, MODELS);
    Reports.awaitEdition(1);
    try (InputStream download = OpenData.stream("/editions/1/models.csv").body()) {
      byte[] begun = download.readNBytes(1_000);

      producers.rated(MovedModels.of(2, 10, false));
      producers.completed(2, MODELS, 10);
      Reports.awaitEdition(2);
      assertThat(OpenData.get("/editions/latest/models.csv").header("Location"))
          .endsWith("/editions/2/models.csv");
      String second =
          new String(OpenData.bytes("/editions/2/models.csv").body(), StandardCharsets.UTF_8);
      assertThat(second.lines().skip(1)).hasSize(MODELS).allMatch(line -> line.startsWith("2,M"));
      assertThat(second.lines().filter(line -> line.endsWith(",false"))).hasSize(10);

      String first =
          new String(begun, StandardCharsets.UTF_8)
              + new String(download.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(first.lines().skip(1)).hasSize(MODELS).allMatch(line -> line.startsWith("1,M"));
      assertThat(first)
          .isEqualTo(
              new String(OpenData.bytes("/editions/1/models.csv").body(), StandardCharsets.UTF_8));
      // Many pieces, and none of them long: what a download has in memory.
      assertThat(stored.number("select count(*) from open_data_piece where edition = 1"))
          .isGreaterThan(50);
      assertThat(stored.number("select max(raw) from open_data_piece")).isLessThan(300_000);
    }
  }

  @Test
  void manyFirstRequestsMakeOneFile() throws Exception {
    producers.rated(MovedModels.of(1, 2_000, true));
    producers.completed(1, 2_000, 2_000);
    Reports.awaitEdition(1);
    ExecutorService readers = Executors.newFixedThreadPool(8);
    List<Callable<byte[]>> requests = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      requests.add(() -> OpenData.bytes("/editions/1/models.csv").body());
    }
    List<Future<byte[]>> answers = readers.invokeAll(requests);
    byte[] first = answers.get(0).get();
    for (Future<byte[]> answer : answers) {
      assertThat(answer.get()).isEqualTo(first);
    }
    readers.shutdown();
    assertThat(stored.number("select count(*) from open_data_file")).isEqualTo(2);
  }

  @Test
  void theCatalogueIsPagedNewestFirst() {
    for (int edition = 1; edition <= 3; edition++) {
      producers.rated(MovedModels.of(edition, 1, true));
      producers.completed(edition, 1, 1);
      Reports.awaitEdition(edition);
    }
    List<Integer> editions = new ArrayList<>();
    String path = "?limit=2";
    while (!path.isEmpty()) {
      Response page = OpenData.ok(path);
      editions.addAll(page.jsonPath().getList("items.edition"));
      path = OpenData.link(page, "next");
    }
    assertThat(editions).containsExactly(3, 2, 1);
  }
}
