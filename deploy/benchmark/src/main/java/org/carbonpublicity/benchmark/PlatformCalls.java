package org.carbonpublicity.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The calls of an analyst that the benchmark needs. */
final class PlatformCalls {

  private static final String SCHEME =
      """
      {"title": "Benchmark", "titleZh": "基准", "lines": {
       "GASOLINE": {"interceptGramsPerKm": 40, "slopeGramsPerKmPerKg": 0.155},
       "DIESEL": {"interceptGramsPerKm": 80, "slopeGramsPerKmPerKg": 0.16},
       "HEV": {"interceptGramsPerKm": 35, "slopeGramsPerKmPerKg": 0.13},
       "PHEV": {"interceptGramsPerKm": 45, "slopeGramsPerKmPerKg": 0.095},
       "BEV": {"interceptGramsPerKm": 18, "slopeGramsPerKmPerKg": 0.1}},
       "classUpperBounds": {"1": 0.92, "2": 0.97, "3": 1.03, "4": 1.08}}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI address;
  private final String token;

  PlatformCalls(URI address) throws IOException, InterruptedException {
    this.address = address;
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/identity/cpp/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=analyst&client_secret=demo"))
            .build();
    token =
        json.readTree(http.send(request, BodyHandlers.ofString()).body())
            .get("access_token")
            .asText();
  }

  void activateScheme() throws IOException, InterruptedException {
    activateScheme("benchmark", 1);
  }

  /**
   * Puts a scheme in force.
   *
   * @param steepness what the slope of the lines is multiplied with
   */
  void activateScheme(String id, double steepness) throws IOException, InterruptedException {
    ObjectNode scheme = (ObjectNode) json.readTree(SCHEME);
    for (JsonNode line : scheme.get("lines")) {
      double slope = line.get("slopeGramsPerKmPerKg").asDouble() * steepness;
      ((ObjectNode) line)
          .put("slopeGramsPerKmPerKg", BigDecimal.valueOf(slope).setScale(9, RoundingMode.HALF_UP));
    }
    send("PUT", "/api/v1/rating-schemes/" + id, "application/json", text(scheme.toString()));
    send("POST", "/api/v1/rating-schemes/" + id + "/activation", "application/json", text(""));
  }

  void openBatch(int number) throws IOException, InterruptedException {
    String body = "{\"number\": %d, \"title\": \"Benchmark %d\"}".formatted(number, number);
    send("POST", "/api/v1/batches", "application/json", text(body));
  }

  void importModels(int batch, Path file) throws IOException, InterruptedException {
    send(
        "POST",
        "/api/v1/batches/" + batch + "/models?registerUnknown=true",
        "text/csv",
        BodyPublishers.ofFile(file));
  }

  /** Has the file checked by a draft batch that stores nothing of it. */
  void tryImport(int batch, Path file) throws IOException, InterruptedException {
    send(
        "POST",
        "/api/v1/batches/" + batch + "/models?registerUnknown=true&dryRun=true",
        "text/csv",
        BodyPublishers.ofFile(file));
  }

  /**
   * Returns when the scan for outliers that follows an import is done: whatever is measured next
   * would share the cores with it.
   *
   * @throws IllegalStateException when it is not within the time given
   */
  void awaitScan(int batch, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    String path = "/api/v1/batches/" + batch + "/outliers?limit=1";
    while (send("GET", path, "application/json", text("")).path("scanPending").asBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("batch " + batch + " not scanned after " + patience);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /** Returns when the publication was accepted. */
  void publish(int batch) throws IOException, InterruptedException {
    send(
        "POST",
        "/api/v1/batches/" + batch + "/publication",
        "application/json",
        text("{\"reviewWaived\": true, \"reason\": \"benchmark\"}"));
  }

  /**
   * Returns when the reports answer from that edition.
   *
   * @throws IllegalStateException when they do not within the time given
   */
  void awaitEdition(int edition, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (latestEdition() < edition) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("edition " + edition + " not readable after " + patience);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private int latestEdition() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/v1/reports/latest/tables/3")).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    return answer.statusCode() == 200 ? json.readTree(answer.body()).path("edition").asInt() : 0;
  }

  private JsonNode send(String method, String path, String mediaType, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType)
            .method(method, body)
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return json.readTree(answer.body());
  }

  private static BodyPublisher text(String body) {
    return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }
}
