package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Five thousand enterprises submit in the same minute while enterprise-assessment-service is killed
 * (SIGKILL) twice. Each sends its answers again under its key until it has a receipt.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SubmissionRushIT {

  private static final int ENTERPRISES = 5_000;
  private static final int CONNECTIONS = 32;
  private static final List<Integer> KILLED_AFTER = List.of(1_500, 3_500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  private Platform platform;
  private EventLog events;
  private List<String> items;
  private Duration took;

  @BeforeAll
  void submitAllAtOnce() throws Exception {
    platform = Platform.start(PlatformSettings.of(Installation.above(Path.of(""))).build());
    events = new EventLog(platform);
    items =
        Caller.anyone(platform.address())
            .call()
            .get("/api/v1/guidelines/cpp-2024")
            .then()
            .statusCode(200)
            .extract()
            .path("items.code");
    register();
    List<HttpRequest> requests = requests();
    CountDownLatch[] thresholds = {
      new CountDownLatch(KILLED_AFTER.get(0)), new CountDownLatch(KILLED_AFTER.get(1))
    };
    ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      Instant begun = Instant.now();
      List<Future<?>> sent = new ArrayList<>();
      for (HttpRequest request : requests) {
        sent.add(
            senders.submit(
                () -> {
                  sendUntilReceived(request);
                  for (CountDownLatch threshold : thresholds) {
                    threshold.countDown();
                  }
                  return null;
                }));
      }
      for (CountDownLatch threshold : thresholds) {
        assertThat(threshold.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        platform.kill(Part.ASSESSMENT);
        platform.restart(Part.ASSESSMENT);
      }
      for (Future<?> future : sent) {
        future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      took = Duration.between(begun, Instant.now());
    } finally {
      senders.shutdownNow();
    }
    System.out.printf(
        "SubmissionRushIT: %d received in %d ms, %d requests sent again%n",
        received.get(), took.toMillis(), repeated.get());
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> number("select count(*) from submission where state = 'RECEIVED'") == 0);
  }

  @AfterAll
  void end() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void wasKilledInTheMiddleOfIt() {
    assertThat(repeated.get()).as("requests that the kills broke off").isPositive();
    assertThat(took).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void everyOneIsReceivedAndScoredOnce() throws Exception {
    assertThat(number("select count(*) from submission")).isEqualTo(ENTERPRISES);
    assertThat(number("select count(*) from assessment")).isEqualTo(ENTERPRISES);
    assertThat(number("select count(*) from submission where state = 'SCORED'"))
        .isEqualTo(ENTERPRISES);
    Map<String, Integer> met = new TreeMap<>();
    String next = "/api/v1/assessments?limit=1000";
    while (next != null) {
      HttpResponse<String> page = get(next);
      for (JsonNode assessment : JSON.readTree(page.body()).get("items")) {
        int count = assessment.get("mandatoryMet").asInt() + assessment.get("bonusMet").asInt();
        assertThat(met.put(assessment.get("enterprise").asText(), count)).isNull();
        assertThat(assessment.get("score").asInt()).isEqualTo((200 * count + 15) / 30);
      }
      next =
          page.headers()
              .firstValue("Link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse(null);
    }
    assertThat(met).hasSize(ENTERPRISES);
    for (int n = 0; n < ENTERPRISES; n++) {
      assertThat(met.get(code(n))).as(code(n)).isEqualTo(met(n));
    }
  }

  @Test
  void everyOneIsToldOfOnce() {
    for (Map.Entry<String, String> told :
        Map.of(
                "assessment.submissions", "submission-received.v1",
                "assessment.stars", "stars-awarded.v1")
            .entrySet()) {
      List<SentEvent> distinct = distinct(told.getKey());
      assertThat(distinct).as(told.getKey()).hasSize(ENTERPRISES);
      assertThat(distinct).extracting(SentEvent::type).containsOnly(told.getValue());
      assertThat(distinct.stream().map(SentEvent::key).distinct()).hasSize(ENTERPRISES);
    }
    assertThat(events.deadLetters()).isEmpty();
  }

  private void register() {
    String file =
        IntStream.range(0, ENTERPRISES)
            .mapToObj(n -> code(n) + ",并发车企" + n)
            .collect(Collectors.joining("\n", "code,name\n", "\n"));
    Caller.as("analyst", platform.address())
        .call()
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/enterprises/registrations")
        .then()
        .statusCode(201);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> number("select count(*) from enterprise") == ENTERPRISES);
  }

  /** Each with a token of its automaker. */
  private List<HttpRequest> requests() throws Exception {
    ExecutorService tokens = Executors.newFixedThreadPool(8);
    try {
      List<Future<HttpRequest>> made = new ArrayList<>();
      for (int n = 0; n < ENTERPRISES; n++) {
        int number = n;
        made.add(tokens.submit(() -> request(number)));
      }
      List<HttpRequest> requests = new ArrayList<>();
      for (Future<HttpRequest> request : made) {
        requests.add(request.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
      return requests;
    } finally {
      tokens.shutdownNow();
    }
  }

  private HttpRequest request(int n) {
    String token = Caller.as("automaker." + code(n), platform.address()).token();
    String answers =
        IntStream.range(0, items.size())
            .mapToObj(i -> "{\"item\":\"%s\",\"met\":%s}".formatted(items.get(i), i < met(n)))
            .collect(Collectors.joining(","));
    return HttpRequest.newBuilder(uri("/api/v1/submissions"))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "rush-" + n)
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"guideline\":\"cpp-2024\",\"enterprise\":\"%s\",\"answers\":[%s]}"
                    .formatted(code(n), answers)))
        .build();
  }

  private void sendUntilReceived(HttpRequest request) {
    if (isReceived(request)) {
      return;
    }
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              repeated.incrementAndGet();
              return isReceived(request);
            });
  }

  private boolean isReceived(HttpRequest request) {
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 202) {
        received.incrementAndGet();
        return true;
      }
      assertThat(status).isIn(500, 502, 503, 504);
      return false;
    } catch (IOException e) {
      // The connection broke: whether it was received nobody knows.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<SentEvent> distinct(String topic) {
    Set<String> positions = new HashSet<>();
    return events.read(topic).stream()
        .filter(
            event ->
                positions.add(
                    event.headers().get("ce_source") + " " + event.headers().get("ce_id")))
        .toList();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri(path))
                .header(
                    "Authorization", "Bearer " + Caller.as("assessor", platform.address()).token())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private URI uri(String path) {
    return URI.create(platform.address() + path);
  }

  /** How many items the n-th enterprise meets. */
  private int met(int n) {
    return n % (items.size() + 1);
  }

  private static String code(int n) {
    return "R%05d".formatted(n);
  }

  private long number(String query) {
    String owner = Part.ASSESSMENT.database();
    try (Connection connection =
            DriverManager.getConnection(platform.jdbcUrl(Part.ASSESSMENT), owner, owner);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
