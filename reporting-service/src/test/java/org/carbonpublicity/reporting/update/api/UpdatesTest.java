package org.carbonpublicity.reporting.update.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.MovedModels;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Updates as those who follow them receive them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpdatesTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;
  @Inject Followers followers;

  private final HttpClient http = HttpClient.newHttpClient();
  private Producers producers;

  @BeforeEach
  void start() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
  }

  @AfterEach
  void close() {
    producers.close();
    awaitFollowers(0);
  }

  private void awaitFollowers(int expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> assertThat(followers.count()).isEqualTo(expected));
  }

  private void publish(int edition) {
    int changed = edition == 1 ? 10 : 1;
    producers.rated(MovedModels.of(edition, changed, true));
    producers.completed(edition, 10, changed);
  }

  private HttpResponse<InputStream> follow(String... lastEventId)
      throws IOException, InterruptedException {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/updates"))
            .header("Accept", "text/event-stream");
    for (String id : lastEventId) {
      request.header("Last-Event-ID", id);
    }
    return http.send(request.build(), BodyHandlers.ofInputStream());
  }

  private static BufferedReader lines(HttpResponse<InputStream> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** The lines of the next event; comments are events without fields. */
  private static List<String> next(BufferedReader lines) throws IOException {
    List<String> event = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() && !event.isEmpty()) {
        return event;
      }
      if (!line.isEmpty()) {
        event.add(line.replace(": ", ":"));
      }
    }
    throw new IOException("the stream ended");
  }

  private static String id(List<String> event) {
    return event.stream().filter(line -> line.startsWith("id:")).findFirst().orElse("none");
  }

  @Test
  void aSwitchIsTold() throws Exception {
    try (BufferedReader lines = lines(follow())) {
      assertThat(next(lines))
          .as("opened at once, though nothing has happened")
          .allMatch(l -> l.startsWith(":"));
      publish(1);
      List<String> event = next(lines);

      assertThat(event).contains("event:edition", "id:1");
      assertThat(event)
          .anySatisfy(
              line ->
                  assertThat(line)
                      .startsWith("data:{\"edition\":1,\"previousEdition\":0,\"models\":10,")
                      .contains("\"asOf\":\"2024-09-30\"", "\"reports\":\"/api/v1/reports/1\""));
      assertThat(Reports.get("latest/tables/3").jsonPath().getInt("edition"))
          .as("who is told sees it")
          .isEqualTo(1);

      publish(2);
      assertThat(next(lines)).contains("event:edition", "id:2");
    }
  }

  @Test
  void whoComesBackReceivesWhatTheyMissed() throws Exception {
    publish(1);
    Reports.awaitEdition(1);
    try (BufferedReader lines = lines(follow())) {
      assertThat(id(next(lines))).as("where things stand").isEqualTo("id:1");
    }
    publish(2);
    publish(3);
    Reports.awaitEdition(3);

    try (BufferedReader lines = lines(follow("1"))) {
      assertThat(id(next(lines))).isEqualTo("id:2");
      assertThat(id(next(lines))).isEqualTo("id:3");
      publish(4);
      assertThat(id(next(lines))).isEqualTo("id:4");
    }
  }

  @Test
  void headersKeepGatewaysFromHoldingEventsBack() throws Exception {
    HttpResponse<InputStream> answer = follow();
    try (BufferedReader lines = lines(answer)) {
      next(lines);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
    }
  }

  @Test
  void anIdThatWasNeverSentIsAProblem() {
    Response answer = Reports.client().header("Last-Event-ID", "yesterday").get("/api/v1/updates");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("Last-Event-ID");
    assertThat(followers.count()).isZero();
  }

  @Test
  void noMoreFollowThanMay() throws Exception {
    int taken = 0;
    while (followers.enter()) {
      taken++;
    }
    try {
      Response answer = Reports.client().get("/api/v1/updates");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("30");
      assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/too-many-subscribers");
    } finally {
      for (int i = 0; i < taken; i++) {
        followers.leave();
      }
    }
    assertThat(taken).isEqualTo(200);
    try (BufferedReader lines = lines(follow())) {
      next(lines);
      awaitFollowers(1);
    }
  }
}
