package org.carbonpublicity.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private FrontDoor door;

  @BeforeEach
  void open() {
    door = FrontDoor.open("127.0.0.1", 0, Route.PLATFORM);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/batches/3?limit=1&x=%2F, disclosure, /api/v1/batches/3?limit=1&x=%2F",
    "/api/v1/enterprises, disclosure, /api/v1/enterprises",
    "/api/v1/editions/latest, rating, /api/v1/editions/latest",
    "/api/v1/operations/rating/dead-letters, rating, /api/v1/operations/rating/dead-letters",
    "/api/v1/assessments/7/confirmation, assessment, /api/v1/assessments/7/confirmation",
    "/api/v1/reports/latest/tables/3, reporting, /api/v1/reports/latest/tables/3",
    "/api/v1/open-data?limit=1, reporting, /api/v1/open-data?limit=1",
    "/api/v1/updates, reporting, /api/v1/updates",
    "/identity/cpp/token, identity, /cpp/token",
    "/openapi/rating, rating, /q/openapi",
  })
  void sendsEachPathToItsService(String path, String service, String target) throws Exception {
    try (Backend backend = Backend.saying("well")) {
      door.serve(service, List.of(backend.port()));

      HttpResponse<String> answer = get(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("well");
      assertThat(backend.target()).isEqualTo(target);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1",
        "/api/v1/batchesX",
        "/api/v1/batches-old/3",
        "/identityX/cpp/token",
        "/q/health",
        "/api/v2/batches"
      })
  void knowsNothingElse(String path) throws Exception {
    for (String service : List.of("disclosure", "rating", "assessment", "reporting", "identity")) {
      door.serve(service, List.of(1));
    }

    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"", "\"status\":404");
  }

  @Test
  void keepsTheHostAndTellsWhoAsked() throws Exception {
    try (Backend backend = Backend.saying("")) {
      door.serve("rating", List.of(backend.port()));

      HttpRequest request =
          request("/api/v1/editions").header("X-Forwarded-For", "10.1.2.3").GET().build();
      client.send(request, BodyHandlers.ofString());

      assertThat(backend.header("Host")).isEqualTo("127.0.0.1:" + door.port());
      assertThat(backend.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
      assertThat(backend.header("X-Forwarded-Host")).isEqualTo("127.0.0.1:" + door.port());
      assertThat(backend.header("X-Forwarded-Proto")).isEqualTo("http");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 304, 404, 409, 422})
  void passesStatusAndHeadersOn(int status) throws Exception {
    Backend.Behaviour behaviour =
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"7\"");
          exchange.getResponseHeaders().add("Link", "</next>; rel=\"next\"");
          exchange.sendResponseHeaders(status, -1);
        };
    try (Backend backend = new Backend(behaviour)) {
      door.serve("rating", List.of(backend.port()));

      // Twice on one connection: the end of an answer without a body must be found.
      get("/api/v1/editions");
      HttpResponse<String> answer = get("/api/v1/editions");

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
      assertThat(answer.headers().firstValue("Link")).hasValue("</next>; rel=\"next\"");
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void takesTheInstancesInTurn() throws Exception {
    try (Backend one = Backend.saying("one");
        Backend two = Backend.saying("two")) {
      door.serve("rating", List.of(one.port(), two.port()));

      for (int i = 0; i < 10; i++) {
        get("/api/v1/editions");
      }

      assertThat(one.requests).hasSize(5);
      assertThat(two.requests).hasSize(5);
    }
  }

  @Test
  void asksAnotherInstanceWhenOneIsDown() throws Exception {
    try (Backend one = Backend.saying("one")) {
      door.serve("rating", List.of(unusedPort(), one.port()));

      for (int i = 0; i < 4; i++) {
        HttpRequest post =
            request("/api/v1/editions").POST(BodyPublishers.ofString("body")).build();
        assertThat(client.send(post, BodyHandlers.ofString()).body()).isEqualTo("one");
      }
    }
  }

  @Test
  void saysThatAServiceIsDown() throws Exception {
    door.serve("rating", List.of(unusedPort()));

    HttpResponse<String> answer = get("/api/v1/editions");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.body()).contains("/problems/service-unavailable", "rating");
  }

  @Test
  void saysThatAServiceBrokeOff() throws Exception {
    try (RawBackend backend = new RawBackend(socket -> socket.getInputStream().read())) {
      door.serve("rating", List.of(backend.port()));

      HttpResponse<String> answer = get("/api/v1/editions");

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("/problems/service-broke-off");
    }
  }

  @Test
  void streamsAnswersAsTheyCome() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    Backend.Behaviour behaviour =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("first".getBytes(StandardCharsets.US_ASCII));
          exchange.getResponseBody().flush();
          try {
            read.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        };
    try (Backend backend = new Backend(behaviour)) {
      door.serve("reporting", List.of(backend.port()));

      HttpRequest request = request("/api/v1/reports").timeout(Duration.ofSeconds(10)).build();
      try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
        // Blocks for ever if the front door waits for the whole answer.
        assertThat(body.readNBytes(5)).asString().isEqualTo("first");
      } finally {
        read.countDown();
      }
    }
  }

  @Test
  void saysWhetherEverythingIsReady() throws Exception {
    try (Backend all = Backend.saying("UP")) {
      for (String service :
          List.of("disclosure", "rating", "assessment", "reporting", "identity")) {
        door.serve(service, List.of(all.port()));
      }
      assertThat(get("/health").statusCode()).isEqualTo(200);

      door.serve("rating", List.of(all.port(), unusedPort()));

      assertThat(get("/health").statusCode()).isEqualTo(503);
      assertThat(get("/health").body())
          .contains("{\"service\":\"rating\",\"ready\":false}")
          .contains("{\"service\":\"rating\",\"ready\":true}");
    }
  }

  @Test
  void saysThatThePortIsTaken() {
    assertThatThrownBy(() -> FrontDoor.open("127.0.0.1", door.port(), Route.PLATFORM))
        .isInstanceOf(FrontDoor.PortTakenException.class)
        .hasMessageContaining(Integer.toString(door.port()));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
