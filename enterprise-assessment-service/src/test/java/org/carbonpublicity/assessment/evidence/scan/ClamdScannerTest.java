package org.carbonpublicity.assessment.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonpublicity.assessment.evidence.SampleFiles.EICAR;
import static org.carbonpublicity.assessment.evidence.SampleFiles.bytes;
import static org.carbonpublicity.assessment.evidence.SampleFiles.joined;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that speaks the daemon's protocol. */
class ClamdScannerTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Clamd clamd = new Clamd();

  @AfterEach
  void stop() throws IOException {
    clamd.close();
  }

  @Test
  void sendsTheFileAsItIs() throws IOException {
    byte[] file = new byte[300_001];
    new Random(1).nextBytes(file);
    clamd.answers("stream: OK\0");

    assertThat(scan(file, LONG)).isEmpty();
    assertThat(clamd.received()).isEqualTo(file);
  }

  @Test
  void tellsWhatWasFound() throws IOException {
    clamd.answers("stream: Win.Test.EICAR_HDB-1 FOUND\0");

    assertThat(scan(joined(new byte[9], bytes(EICAR)), LONG)).contains("Win.Test.EICAR_HDB-1");
  }

  /** Whatever is no clear answer lets no file through. */
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "OK\0",
        "stream: OK but\0",
        "INSTREAM size limit exceeded. ERROR\0",
        "UNKNOWN COMMAND\0"
      })
  void failsClosed(String answer) {
    clamd.answers(answer);

    assertThatThrownBy(() -> scan(new byte[1000], LONG))
        .isInstanceOf(ScannerUnavailableException.class);
  }

  @Test
  void waitsNotForEver() {
    clamd.staysSilent();

    assertThatThrownBy(() -> scan(new byte[10], Duration.ofMillis(200)))
        .isInstanceOf(ScannerUnavailableException.class);
  }

  @Test
  void failsClosedWhenNobodyIsThere() throws IOException {
    clamd.close();

    assertThatThrownBy(() -> scan(new byte[10], LONG))
        .isInstanceOf(ScannerUnavailableException.class);
  }

  private Optional<String> scan(byte[] file, Duration patience) throws IOException {
    return new ClamdScanner(
            InetAddress.getLoopbackAddress().getHostAddress(), clamd.port(), patience)
        .scan(new ByteArrayInputStream(file));
  }

  private static final class Clamd {

    private final ServerSocket server;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Thread serving = new Thread();

    Clamd() {
      try {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    int port() {
      return server.getLocalPort();
    }

    /** Reads one file and answers; with null, closes at once. */
    void answers(String answer) {
      start(
          client -> {
            if (answer != null) {
              read(client.getInputStream());
              client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
          });
    }

    void staysSilent() {
      start(client -> client.getInputStream().transferTo(received));
    }

    byte[] received() {
      try {
        serving.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return received.toByteArray();
    }

    void close() throws IOException {
      server.close();
    }

    private interface Serving {
      void client(Socket client) throws IOException;
    }

    private void start(Serving serve) {
      serving =
          new Thread(
              () -> {
                try (Socket client = server.accept()) {
                  serve.client(client);
                } catch (IOException e) {
                  // The scanner went away, or the test has ended.
                }
              });
      serving.start();
    }

    private void read(InputStream stream) throws IOException {
      DataInputStream in = new DataInputStream(stream);
      assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
      for (int length = in.readInt(); length > 0; length = in.readInt()) {
        received.write(in.readNBytes(length));
      }
    }
  }
}
