package org.carbonpublicity.disclosure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that nobody reads, since their request is refused before. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class UnreadBodyTest {

  private static final long TEN_GIGABYTES = 10L << 30;

  /** Longer than what comes is dropped. */
  private static final int SILENCE_MILLIS = 700;

  private static final String SMALL = "2\r\n{}\r\n0\r\n\r\n";
  private static final String PIECE = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/batches/99999/models", "/api/v1/batches/99999/feedback-forms/7/evidence"})
  void aStreamWithoutEndIsCutOff(String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      send(socket, head(path));
      assertThatThrownBy(
              () -> {
                for (long sent = 0; sent < TEN_GIGABYTES; sent += PIECE.length()) {
                  send(socket, PIECE);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionStaysWhenTheBodyEnds() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      for (int i = 0; i < 2; i++) {
        send(socket, head("/api/v1/batches/99999/models") + SMALL);
        assertThat(answer(socket)).startsWith("HTTP/1.1 404");
        socket.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read())
            .isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(0);
      }
    }
  }

  private static String head(String path) {
    return """
        POST %s HTTP/1.1
        Host: localhost
        Content-Type: text/csv
        Authorization: Bearer %s
        Transfer-Encoding: chunked
        """
            .formatted(path, Tokens.analyst())
            .replace("\n", "\r\n")
        + "\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** All of an answer that announces its length. */
  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    String length = head.toString().toLowerCase(Locale.ROOT);
    length = length.substring(length.indexOf("content-length: ") + 16);
    in.readNBytes(Integer.parseInt(length.substring(0, length.indexOf('\r'))));
    return head.toString();
  }
}
