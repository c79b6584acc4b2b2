package org.carbonpublicity.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that dies, at whatever moment of a call, leaves no client waiting. */
class BrokenServiceTest {

  private static final int CALLS = 30;

  /** Whoever waits so long waits for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n";
  private static final String BODY = "{\"items\": [1, 2, 3]}";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private FrontDoor door;

  @BeforeEach
  void open() {
    door =
        FrontDoor.open("127.0.0.1", 0, List.of(new Route("/api/v1/batches", "disclosure", null)));
  }

  @AfterEach
  void close() {
    door.close();
  }

  /** How far a service gets with the second call of a connection. */
  enum Dies {
    WITHOUT_READING,
    AFTER_READING,
    IN_THE_HEAD,
    AFTER_THE_HEAD,
    IN_THE_BODY
  }

  @ParameterizedTest(name = "{0}, {1}, connection reset: {2}")
  @CsvSource({
    "GET, WITHOUT_READING, false",
    "GET, WITHOUT_READING, true",
    "GET, AFTER_READING, false",
    "GET, AFTER_READING, true",
    "GET, IN_THE_HEAD, false",
    "GET, IN_THE_HEAD, true",
    "GET, AFTER_THE_HEAD, false",
    "GET, AFTER_THE_HEAD, true",
    "GET, IN_THE_BODY, false",
    "GET, IN_THE_BODY, true",
    "POST, WITHOUT_READING, false",
    "POST, WITHOUT_READING, true",
    "POST, AFTER_READING, false",
    "POST, AFTER_READING, true",
    "POST, IN_THE_HEAD, false",
    "POST, IN_THE_HEAD, true",
    "POST, AFTER_THE_HEAD, false",
    "POST, AFTER_THE_HEAD, true",
    "POST, IN_THE_BODY, false",
    "POST, IN_THE_BODY, true"
  })
  void nobodyWaitsForADeadService(String method, Dies dies, boolean reset) throws Exception {
    try (RawBackend backend = new RawBackend(socket -> serve(socket, dies, reset))) {
      door.serve("disclosure", List.of(backend.port()));
      int broken = 0;
      for (int call = 0; call < CALLS; call++) {
        try {
          // The client's own patience would end with the head of the answer.
          HttpResponse<String> answer =
              client
                  .sendAsync(request(method), BodyHandlers.ofString())
                  .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          int status = answer.statusCode();
          if (status == 200) {
            assertThat(answer.body()).isEqualTo(BODY);
          }
          assertThat(status).isIn(200, 502, 503);
          broken += status == 200 ? 0 : 1;
        } catch (TimeoutException e) {
          throw new AssertionError("call " + call + " was never answered", e);
        } catch (ExecutionException e) {
          // What had been answered in part cannot be taken back.
          assertThat(e).hasCauseInstanceOf(IOException.class);
          broken++;
        }
      }
      // A client may repeat a GET of which it has seen nothing; a dead connection is not used
      // again.
      boolean repeated = method.equals("GET") && dies == Dies.AFTER_THE_HEAD;
      if (dies != Dies.WITHOUT_READING && !repeated) {
        assertThat(broken).isEqualTo(CALLS / 2);
      }
    }
  }

  /**
   * The connection to the service that served one client serves the next: it is not the first's.
   */
  @Test
  void aClientThatLeavesTakesNothingFromOthers() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    List<Socket> others = new ArrayList<>();
    try (RawBackend backend =
        new RawBackend(
            socket -> {
              readCall(socket.getInputStream());
              write(socket, ANSWER + BODY);
              readCall(socket.getInputStream());
              asked.countDown();
              awaitQuietly(left);
              write(socket, ANSWER + BODY);
            })) {
      door.serve("disclosure", List.of(backend.port()));
      CompletableFuture<HttpResponse<String>> second;
      try (Socket first = new Socket("127.0.0.1", door.port())) {
        write(first, "POST /api/v1/batches HTTP/1.1\r\nHost: door\r\nContent-Length: 2\r\n\r\n{}");
        readCall(first.getInputStream());
        // Listeners take connections in turn, and each has its own to the service.
        for (int i = 1; i < Math.min(4, Runtime.getRuntime().availableProcessors()); i++) {
          others.add(new Socket("127.0.0.1", door.port()));
        }
        second = client.sendAsync(request("POST"), BodyHandlers.ofString());
        assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
      // Whatever its leaving does, it does before an answer that was asked for afterwards.
      assertThat(client.send(request("GET", "/health"), BodyHandlers.ofString()).statusCode())
          .isPositive();
      left.countDown();

      assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    } finally {
      for (Socket other : others) {
        other.close();
      }
    }
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("nobody has left");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private HttpRequest request(String method) {
    return request(method, "/api/v1/batches");
  }

  private HttpRequest request(String method, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
        .method(
            method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(BODY))
        .build();
  }

  /** Answers the first call of a connection and dies in the second one. */
  private static void serve(Socket socket, Dies dies, boolean reset) throws IOException {
    InputStream in = socket.getInputStream();
    if (reset) {
      socket.setSoLinger(true, 0);
    }
    readCall(in);
    write(socket, ANSWER + BODY);
    if (dies == Dies.WITHOUT_READING) {
      return;
    }
    readCall(in);
    switch (dies) {
      case IN_THE_HEAD -> write(socket, ANSWER.substring(0, 30));
      case AFTER_THE_HEAD -> write(socket, ANSWER);
      case IN_THE_BODY -> write(socket, ANSWER + BODY.substring(0, 10));
      default -> {
        // It dies before it says anything.
      }
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Reads a head and what it says follows. */
  private static void readCall(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the front door has closed the connection");
      }
      head.append((char) next);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    int length = lower.indexOf("content-length: ");
    if (length >= 0) {
      String digits = lower.substring(length + 16, lower.indexOf("\r\n", length));
      in.readNBytes(Integer.parseInt(digits));
    }
  }
}
