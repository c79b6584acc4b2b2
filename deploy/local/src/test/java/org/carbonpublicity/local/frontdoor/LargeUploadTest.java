package org.carbonpublicity.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of more than this process could hold pass through it, and an early refusal comes back. */
class LargeUploadTest {

  private static final long LARGE = 2L << 30;
  private static final String REFUSAL = "{\"type\":\"/problems/too-large\",\"status\":413}";

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

  @Test
  void passesALargeBodyOnWithoutHoldingIt() throws Exception {
    AtomicLong received = new AtomicLong();
    Backend.Behaviour counting =
        exchange -> {
          byte[] buffer = new byte[1 << 16];
          try (InputStream body = exchange.getRequestBody()) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
              received.addAndGet(n);
            }
          }
          Backend.respond(exchange, 201, "counted");
        };
    try (Backend backend = new Backend(counting)) {
      door.serve("disclosure", List.of(backend.port()));

      assertThat(upload(BodyPublishers.ofInputStream(() -> new Zeros(LARGE))).body())
          .isEqualTo("counted");
      assertThat(received).hasValue(LARGE);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bringsAnEarlyRefusalBack(boolean lengthKnown) throws Exception {
    Backend.Behaviour refusing = exchange -> Backend.respond(exchange, 413, REFUSAL);
    try (Backend backend = new Backend(refusing)) {
      door.serve("disclosure", List.of(backend.port()));

      HttpResponse<String> answer = upload(body(lengthKnown));

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).isEqualTo(REFUSAL);
    }
  }

  /** A service that refuses and closes while the body still comes resets its connection. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bringsARefusalBackFromAServiceThatClosesAtOnce(boolean lengthKnown) throws Exception {
    try (RawBackend backend = new RawBackend(LargeUploadTest::refuseAndClose)) {
      door.serve("disclosure", List.of(backend.port()));

      for (int i = 0; i < 5; i++) {
        HttpResponse<String> answer = upload(body(lengthKnown));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo(REFUSAL);
      }
    }
  }

  @Test
  void servesOthersAfterARefusal() throws Exception {
    Backend.Behaviour refusing =
        exchange ->
            Backend.respond(exchange, exchange.getRequestMethod().equals("POST") ? 413 : 200, "x");
    try (Backend backend = new Backend(refusing)) {
      door.serve("disclosure", List.of(backend.port()));
      upload(body(true));

      HttpRequest get = HttpRequest.newBuilder(address()).timeout(Duration.ofSeconds(20)).build();

      assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private static void refuseAndClose(Socket socket) throws IOException {
    socket.getInputStream().readNBytes(100_000);
    OutputStream out = socket.getOutputStream();
    String answer =
        "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(REFUSAL.length(), REFUSAL);
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static BodyPublisher body(boolean lengthKnown) {
    BodyPublisher stream = BodyPublishers.ofInputStream(() -> new Zeros(64 << 20));
    return lengthKnown ? BodyPublishers.fromPublisher(stream, 64 << 20) : stream;
  }

  private HttpResponse<String> upload(BodyPublisher body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address()).timeout(Duration.ofSeconds(60)).POST(body).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + door.port() + "/api/v1/batches/4/models");
  }

  /** So many bytes of nothing. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      left -= n;
      return n;
    }
  }
}
