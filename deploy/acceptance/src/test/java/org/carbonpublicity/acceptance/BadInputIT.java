package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input, through the front door: a problem answer each, and nothing changed. */
class BadInputIT {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HEADER =
      "enterprise,brand,series,model_code,model_name,powertrain,body_type,segment,curb_mass_kg,"
          + "fuel_l_per_100km\n";

  private static final String IMPORT = "POST /api/v1/batches/90/models";

  private final DemoPlatform demo = DemoPlatform.loaded();
  private static boolean opened;
  private String before;

  @BeforeEach
  void openDraft() {
    if (!opened) {
      json("analyst", Map.of("number", 90, "title", "Draft")).post("/api/v1/batches");
      opened = true;
    }
    before = state();
  }

  @AfterEach
  void nothingChanged() {
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void refusesAnUnknownQueryParameter() {
    problem(demo.anyone().call().get("/api/v1/editions?colour=red").then(), 400)
        .body("type", equalTo("/problems/unknown-query-parameter"))
        .body("errors[0].field", equalTo("colour"));
  }

  @Test
  void refusesAnUnknownColumn() {
    problem(upload(HEADER.replace("brand", "brand,colour") + "BYD,X,red,S\n"), 422)
        .body("errors.code", hasItem("unknown-column"))
        .body("errors.column", hasItem("colour"));
  }

  @Test
  void refusesABodyOfTwoGigabytesByItsLength() throws IOException {
    assertThat(statusOf(IMPORT, "Content-Length: 2147483648\r\n", false)).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT /api/v1/rating-schemes/large",
        "POST /api/v1/submissions",
        "POST /api/v1/operations/reporting/dead-letters/1/redrive",
        "POST /api/v1/footprint-calculations"
      })
  void refusesABodyOfTwoGigabytesInEveryService(String request) throws IOException {
    assertThat(statusOf(request, "Content-Length: 2147483648\r\n", false)).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT /api/v1/rating-schemes/large",
        "POST /api/v1/submissions",
        "POST /api/v1/footprint-calculations"
      })
  void refusesJsonOfTwoGigabytesThatDoesNotTellItsLength(String request) throws IOException {
    assertThat(statusOf(request, "Transfer-Encoding: chunked\r\n", true)).isEqualTo(413);
  }

  @Test
  void refusesABodyOfTwoGigabytesThatDoesNotTellItsLength() throws IOException {
    assertThat(statusOf(IMPORT, "Transfer-Encoding: chunked\r\n", true)).isEqualTo(413);
  }

  @Test
  void refusesAZipBombDressedAsAWorkbook() throws IOException {
    byte[] rows = "<row></row>".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    byte[] bomb =
        zip(
            zip -> {
              zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
              zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII));
              for (int megabyte = 0; megabyte < 2_048; megabyte++) {
                zip.write(rows);
              }
              zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
            });

    problem(
        demo.as("analyst")
            .call()
            .contentType(XLSX)
            .body(bomb)
            .post("/api/v1/batches/90/models")
            .then(),
        413);
  }

  @Test
  void refusesAnEntityBombInAWorkbook() throws IOException {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">&b;</workbook>";
    byte[] workbook =
        zip(
            zip -> {
              zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
              zip.write(bomb.getBytes(StandardCharsets.UTF_8));
            });

    ValidatableResponse answer =
        demo.as("analyst")
            .call()
            .contentType(XLSX)
            .body(workbook)
            .post("/api/v1/batches/90/models")
            .then();
    problem(answer, answer.extract().statusCode() == 400 ? 400 : 422);
  }

  @Test
  void refusesAFormulaInAName() {
    problem(
            upload(HEADER + "BYD,Ocean,Seal,Z-1,\"=HYPERLINK(1)\",GASOLINE,SEDAN,B,1500,6.1\n"),
            422)
        .body("errors[0].row", equalTo(2))
        .body("errors[0].column", equalTo("model_name"))
        .body("errors[0].code", equalTo("formula-in-text"));
  }

  @Test
  void refusesANulByte() {
    problem(upload(HEADER + "BYD,Ocean,Seal,Z-1,Se\0al,GASOLINE,SEDAN,B,1500,6.1\n"), 422)
        .body("errors[0].column", equalTo("model_name"))
        .body("errors[0].code", equalTo("control-character"));
  }

  @Test
  void refusesABatchThatDoesNotExist() {
    problem(
        demo.as("analyst")
            .call()
            .contentType("text/csv")
            .body(HEADER.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/batches/4711/models")
            .then(),
        404);
  }

  @Test
  void refusesASecondPublication() {
    problem(
            json("analyst", Map.of("reviewWaived", true, "reason", "again"))
                .post("/api/v1/batches/4/publication")
                .then(),
            409)
        .body("detail", containsString("PUBLISHED"));
  }

  @Test
  void refusesAWrongIfMatch() {
    problem(
        json("analyst", Map.of("title", "Other"))
            .header("If-Match", "\"wrong\"")
            .patch("/api/v1/batches/90")
            .then(),
        412);
  }

  private ValidatableResponse upload(String csv) {
    return demo.as("analyst")
        .call()
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/batches/90/models")
        .then();
  }

  private io.restassured.specification.RequestSpecification json(String client, Object body) {
    return demo.as(client).call().contentType("application/json").body(body);
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status) {
    return answer
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("type", startsWith("/problems/"))
        .body("status", equalTo(status));
  }

  /** What may not change: the batches, the latest edition and a table of it. */
  private String state() {
    return demo.as("analyst").call().get("/api/v1/batches").then().extract().asString()
        + demo.anyone().call().get("/api/v1/editions/latest").then().extract().asString()
        + demo.anyone().call().get("/api/v1/reports/latest/tables/4").then().extract().asString();
  }

  /**
   * Sends two gigabytes, or as much as is taken until an answer comes, over a bare connection: no
   * client library sends what its headers deny.
   */
  private int statusOf(String request, String lengthHeader, boolean chunked) throws IOException {
    String token = demo.as(request.endsWith("submissions") ? "assessor" : "analyst").token();
    int port = demo.platform().address().getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      String head =
          request
              + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Type: "
              + (request.equals(IMPORT) ? "text/csv" : "application/json")
              + "\r\n"
              + lengthHeader
              + "\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      // Blank rows, so that what is wrong with the body is its size alone.
      byte[] chunk = new byte[1 << 20];
      Arrays.fill(chunk, (byte) ' ');
      for (int end = 1_023; end < chunk.length; end += 1_024) {
        chunk[end] = '\n';
      }
      byte[] header =
          request.equals(IMPORT) ? HEADER.getBytes(StandardCharsets.US_ASCII) : new byte[0];
      System.arraycopy(header, 0, chunk, 0, header.length);
      try {
        for (int megabyte = 0;
            megabyte < 2_048 && socket.getInputStream().available() == 0;
            megabyte++) {
          if (chunked) {
            out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
          }
          out.write(chunk);
          Arrays.fill(chunk, 0, header.length, (byte) ' ');
          if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        }
      } catch (IOException e) {
        // The other side stopped listening: its answer tells why.
      }
      byte[] answer = new byte[4_096];
      int read = socket.getInputStream().read(answer);
      String text = new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
      assertThat(text).contains("application/problem+json");
      return Integer.parseInt(text.split(" ", 3)[1]);
    }
  }

  private static byte[] zip(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      content.writeTo(zip);
    }
    return bytes.toByteArray();
  }

  private interface Content {
    void writeTo(ZipOutputStream zip) throws IOException;
  }
}
