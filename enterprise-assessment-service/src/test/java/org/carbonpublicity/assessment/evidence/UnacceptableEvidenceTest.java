package org.carbonpublicity.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonpublicity.assessment.evidence.SampleFiles.EICAR;
import static org.carbonpublicity.assessment.evidence.SampleFiles.HTML;
import static org.carbonpublicity.assessment.evidence.SampleFiles.bytes;
import static org.carbonpublicity.assessment.evidence.SampleFiles.joined;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.carbonpublicity.assessment.evidence.file.FileName;
import org.carbonpublicity.assessment.evidence.file.FileType;
import org.carbonpublicity.assessment.evidence.file.SpooledFile;
import org.carbonpublicity.assessment.evidence.scan.ClamdScanner;
import org.carbonpublicity.assessment.evidence.scan.EicarScanner;
import org.carbonpublicity.assessment.evidence.scan.Scanner;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of these has a clear answer and leaves nothing, in the database and on the disk. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class UnacceptableEvidenceTest {

  private static final long LIMIT = 20L << 20;
  private static final long TEN_GIGABYTES = 10L << 30;

  @Inject Platform platform;
  @Inject EvidenceFiles files;

  private String mine = "";
  private long spooledBefore;

  @BeforeEach
  void start() throws IOException {
    mine = platform.enterprise("Refused");
    spooledBefore = spooled();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(platform.number("select count(*) from evidence where enterprise = '" + mine + "'"))
        .isZero();
    assertThat(
            platform.number(
                "select count(*) from evidence_chunk c left join evidence e on e.id = c.evidence"
                    + " where e.id is null"))
        .isZero();
    assertThat(spooled()).isLessThanOrEqualTo(spooledBefore);
  }

  static Stream<Arguments> unacceptable() {
    Map<String, byte[]> macro = SampleFiles.word();
    macro.put("word/vbaProject.bin", new byte[9]);
    return Stream.of(
        Arguments.of("page.pdf", "unsupported-type", bytes(HTML)),
        Arguments.of("program.pdf", "unsupported-type", bytes("MZ program")),
        Arguments.of("empty.pdf", "empty", new byte[0]),
        Arguments.of("picture.jpg", "type-mismatch", SampleFiles.of("png")),
        Arguments.of("zip.pdf", "trailing-data", joined(SampleFiles.of("pdf"), SampleFiles.jar())),
        Arguments.of("zip.jpg", "trailing-data", joined(SampleFiles.of("jpg"), SampleFiles.jar())),
        Arguments.of("in.jpg", "polyglot", SampleFiles.jpegWithComment(SampleFiles.jar())),
        Arguments.of("page.png", "trailing-data", joined(SampleFiles.of("png"), bytes(HTML))),
        Arguments.of("in.png", "active-content", SampleFiles.pngWithText(HTML)),
        Arguments.of("late.pdf", "polyglot", joined(bytes("GIF89a "), SampleFiles.of("pdf"))),
        Arguments.of("macro.docx", "macros", SampleFiles.zip(macro)),
        Arguments.of("old.doc", "macros", SampleFiles.compound("WordDocument", "Macros")));
  }

  @ParameterizedTest
  @MethodSource("unacceptable")
  void wrongTypesAndPolyglots(String name, String code, byte[] file) {
    EvidenceResourceTest.upload(Tokens.automaker(mine), mine, name, file)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unacceptable-file"))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void anotherTypeThanDeclared() {
    EvidenceResourceTest.request(Tokens.automaker(mine))
        .contentType("image/png")
        .queryParam("enterprise", mine)
        .queryParam("fileName", "a.pdf")
        .body(SampleFiles.of("pdf"))
        .post("/api/v1/evidence")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("type-mismatch"));
  }

  /** Ten gigabytes that nobody announces: refused as soon as the limit is passed. */
  @Test
  void aStreamWithoutEnd() throws IOException {
    Sent sent = stream("Transfer-Encoding: chunked", TEN_GIGABYTES);

    assertThat(sent.answer()).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    // What the limit and the buffers of two sockets take, and not the whole by far.
    assertThat(sent.bytes()).isBetween(LIMIT, 4 * LIMIT);
  }

  @Test
  void aStreamThatAnnouncesItsLength() throws IOException {
    Sent sent = stream("Content-Length: " + TEN_GIGABYTES, LIMIT);

    assertThat(sent.answer()).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
  }

  /** Who may not add anything is told so at once, and cannot fill the service's memory. */
  @Test
  void aStreamOfSomebodyElse() throws IOException {
    try (Socket socket = connect("Transfer-Encoding: chunked", Tokens.automaker("OTHER"))) {
      OutputStream out = socket.getOutputStream();
      byte[] piece = bytes("10000\r\n" + "x".repeat(0x10000) + "\r\n");
      while (socket.getInputStream().available() == 0) {
        out.write(piece);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 403");
      assertThatThrownBy(
              () -> {
                for (long sent = 0; sent < TEN_GIGABYTES; sent += piece.length) {
                  out.write(piece);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFileAsLargeAsItMayBe() throws IOException, InterruptedException {
    String other = platform.enterprise("Large");
    // The place of the objects has more digits then.
    String text = "x".repeat((int) LIMIT - SampleFiles.pdf("").length - 5);
    byte[] file = SampleFiles.pdf(text);

    assertThat(file).hasSize((int) LIMIT);
    assertThat(status(other, file)).isEqualTo(201);
    assertThat(status(mine, SampleFiles.pdf(text + "x"))).isEqualTo(413);
  }

  private static int status(String enterprise, byte[] file)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/api/v1/evidence?fileName=a.pdf&enterprise=%s"
                        .formatted(RestAssured.port, enterprise)))
            .header("Authorization", "Bearer " + Tokens.automaker(enterprise))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(BodyPublishers.ofByteArray(file))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aStreamThatBreaksOff() throws IOException {
    try (Socket socket = connect("Transfer-Encoding: chunked")) {
      socket.getOutputStream().write(bytes("5\r\n%PDF-\r\n"));
      socket.getOutputStream().flush();
    }
    // The next request is answered, and the one that broke off has left nothing (see above).
    EvidenceResourceTest.upload(Tokens.automaker(mine), mine, "a.pdf", bytes("x")).statusCode(422);
  }

  /** As when the service dies before the commit. */
  @Test
  void aTransactionThatIsNotCommitted() throws IOException {
    try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(SampleFiles.of("pdf")))) {
      QuarkusTransaction.begin();
      assertThat(files.add(mine, FileName.of("a.pdf"), FileType.PDF, file, "test").isNew())
          .isTrue();
      QuarkusTransaction.rollback();
    }
    assertThat(
            platform.number(
                "select count(*) from audit_entry where action = 'evidence-added' and details like"
                    + " '%\""
                    + mine
                    + "\"%'"))
        .isZero();
  }

  @Test
  void theTestFileOfScanners() {
    QuarkusMock.installMockForType(new EicarScanner(), Scanner.class);

    EvidenceResourceTest.upload(Tokens.automaker(mine), mine, "a.pdf", SampleFiles.pdf(EICAR))
        .statusCode(422)
        .body("type", equalTo("/problems/infected-file"))
        .body("errors[0].message", equalTo(EicarScanner.FINDING));
    assertThatThrownBy(
            () -> {
              try (SpooledFile file =
                  SpooledFile.of(new ByteArrayInputStream(SampleFiles.pdf(EICAR)))) {
                files.examine(file, FileName.of("a.pdf"), null);
              }
            })
        .isInstanceOf(InfectedFileException.class);
  }

  /** Off is the default: the file is kept, as the README says. */
  @Test
  void isTakenWhereNoScannerIsOn() {
    String other = platform.enterprise("Trusting");

    EvidenceResourceTest.upload(Tokens.automaker(other), other, "a.pdf", SampleFiles.pdf(EICAR))
        .statusCode(201);
  }

  @Test
  void aScannerThatIsNotThere() throws IOException {
    int closed;
    try (var server = new ServerSocket(0)) {
      closed = server.getLocalPort();
    }
    QuarkusMock.installMockForType(
        new ClamdScanner("127.0.0.1", closed, Duration.ofSeconds(5)), Scanner.class);

    EvidenceResourceTest.upload(Tokens.automaker(mine), mine, "a.pdf", SampleFiles.of("pdf"))
        .statusCode(503)
        .body("type", equalTo("/problems/scanner-unavailable"));
  }

  private record Sent(long bytes, String answer) {}

  /** Sends until it is answered or cut off, at most that many bytes. */
  private Sent stream(String length, long most) throws IOException {
    boolean chunked = length.contains("chunked");
    try (Socket socket = connect(length)) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      byte[] piece = new byte[64 * 1024];
      System.arraycopy(bytes("%PDF-1.4\n"), 0, piece, 0, 9);
      long sent = 0;
      try {
        while (sent < most && in.available() == 0) {
          if (chunked) {
            out.write(bytes(Integer.toHexString(piece.length) + "\r\n"));
          }
          out.write(piece);
          sent += piece.length;
          if (chunked) {
            out.write(bytes("\r\n"));
          }
        }
      } catch (IOException e) {
        // Cut off: the answer has arrived before.
      }
      return new Sent(sent, answer(socket));
    }
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] answer = new byte[4096];
    int read = in.readNBytes(answer, 0, Math.max(in.available(), 1));
    return new String(answer, 0, read, StandardCharsets.UTF_8);
  }

  private Socket connect(String length) throws IOException {
    return connect(length, Tokens.automaker(mine));
  }

  private Socket connect(String length, String token) throws IOException {
    Socket socket = new Socket("127.0.0.1", RestAssured.port);
    String head =
        """
        POST /api/v1/evidence?enterprise=%s&fileName=a.pdf HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/pdf
        %s

        """
            .formatted(mine, token, length);
    socket.getOutputStream().write(bytes(head.replace("\n", "\r\n")));
    return socket;
  }

  private static long spooled() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith(SpooledFile.PREFIX))
          .count();
    }
  }
}
