package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Calls the platform's APIs through its front door, each call by a client of the identity provider
 * ({@code analyst}, {@code automaker.<code>}, …) or by nobody.
 *
 * <p>A call that surely had no effect (connection refused, 503) is made again for a while; so is
 * one that may be made twice (GET, PUT, a POST with an idempotency key) when the connection breaks.
 */
public final class ApiClient {

  /** No token: the public. */
  public static final String PUBLIC = "";

  private static final String CLIENT_SECRET = "demo";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 250;

  private final URI address;

  /** Numbers as they were sent: 242.10 stays 242.10. */
  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private record Token(String value, long expiresNanos) {}

  /**
   * @param address of the front door, without a trailing slash
   */
  public ApiClient(URI address) {
    this.address = address;
  }

  public Answer get(String client, String path) {
    return send(client, "GET", path, request(path).GET(), true);
  }

  public Answer put(String client, String path, Object body) {
    return send(client, "PUT", path, jsonBody(request(path), "PUT", body), true);
  }

  public Answer post(String client, String path, Object body) {
    return send(client, "POST", path, jsonBody(request(path), "POST", body), false);
  }

  /**
   * A POST that may be made again with the same effect.
   *
   * @param key the idempotency key
   */
  public Answer create(String client, String path, String key, Object body) {
    HttpRequest.Builder request =
        jsonBody(request(path), "POST", body).header("Idempotency-Key", key);
    return send(client, "POST", path, request, true);
  }

  /** Sends a CSV file or form. */
  public Answer upload(String client, String path, String key, BodyPublisher csv) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "text/csv; charset=UTF-8")
            .header("Idempotency-Key", key)
            .POST(csv);
    return send(client, "POST", path, request, true);
  }

  /** For a value in a query. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(10));
  }

  private HttpRequest.Builder jsonBody(HttpRequest.Builder request, String method, Object body) {
    try {
      return request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Answer send(
      String client, String method, String path, HttpRequest.Builder request, boolean repeatable) {
    if (!client.equals(PUBLIC)) {
      request.setHeader("Authorization", "Bearer " + token(client));
    }
    return exchange(method + " " + path, request.build(), repeatable);
  }

  private Answer exchange(String name, HttpRequest request, boolean repeatable) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      boolean late = System.nanoTime() > deadline;
      try {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        boolean tryAgain =
            response.statusCode() == 503 || (repeatable && response.statusCode() == 502);
        if (!tryAgain || late) {
          return new Answer(name, response.statusCode(), body(response));
        }
      } catch (ConnectException e) {
        if (late) {
          throw new DemoFailedException(name + ": nothing answers at " + address, e);
        }
      } catch (IOException e) {
        if (late || !repeatable) {
          throw new DemoFailedException(name + " broke off: " + e, e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemoFailedException(name + " was interrupted", e);
      }
      pause();
    }
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailedException("interrupted", e);
    }
  }

  private JsonNode body(HttpResponse<byte[]> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean isJson =
        type.startsWith("application/json") || type.startsWith("application/problem+json");
    return isJson && response.body().length > 0
        ? json.readTree(response.body())
        : MissingNode.getInstance();
  }

  private String token(String client) {
    Token known = tokens.get(client);
    if (known != null && known.expiresNanos() - System.nanoTime() > 0) {
      return known.value();
    }
    String form =
        "grant_type=client_credentials&client_id="
            + encode(client)
            + "&client_secret="
            + CLIENT_SECRET;
    HttpRequest request =
        request("/identity/cpp/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    Answer answer = exchange("token for " + client, request, true).expect(200);
    String value = answer.body().path("access_token").asText();
    long seconds = Math.max(30, answer.body().path("expires_in").asLong(300) - 30);
    tokens.put(client, new Token(value, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)));
    return value;
  }
}
