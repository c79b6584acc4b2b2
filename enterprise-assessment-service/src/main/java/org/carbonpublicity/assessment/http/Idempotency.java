package org.carbonpublicity.assessment.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.jdbc.Database;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that carries an {@code Idempotency-Key} once: its effect, its key and its
 * answer are one transaction, and a repetition gets the kept answer.
 */
@ApplicationScoped
public class Idempotency {

  private static final int LONGEST_KEY = 200;

  private static final String CLAIM =
      """
      insert into idempotency_key (actor, key, request_hash, status, body, created_at)
      values (?, ?, '', 0, '', ?) on conflict do nothing""";
  private static final String KEEP =
      """
      update idempotency_key set request_hash = ?, status = ?, location = ?, body = ?
      where actor = ? and key = ?""";
  private static final String KEPT =
      "select request_hash, status, location, body from idempotency_key where actor = ? and key = ?";

  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  Idempotency(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  private record Kept(String hash, int status, @Nullable String location, String body) {}

  /**
   * The answer to a request.
   *
   * @param actor who asks: keys of several callers never meet
   * @param key null where the request carries none; the effect then simply happens
   * @param request a text that tells the request completely
   */
  public Response answer(
      String actor,
      @Nullable String key,
      String request,
      Supplier<Response.ResponseBuilder> effect) {
    if (key == null) {
      return effect.get().build();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
      throw Problems.invalidParameter(
          new Fault("Idempotency-Key", "invalid", "1 to " + LONGEST_KEY + " characters"));
    }
    String hash = hash(request);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              // Waits for a transaction that holds the same key.
              int claimed =
                  database.update(CLAIM, actor, key, clock.instant().atOffset(ZoneOffset.UTC));
              return claimed == 1 ? first(actor, key, hash, effect) : replay(actor, key, hash);
            });
  }

  private Response first(
      String actor, String key, String hash, Supplier<Response.ResponseBuilder> effect) {
    Response response = effect.get().build();
    database.update(
        KEEP,
        hash,
        response.getStatus(),
        response.getHeaderString(HttpHeaders.LOCATION),
        write(response.getEntity()),
        actor,
        key);
    return response;
  }

  private Response replay(String actor, String key, String hash) {
    Optional<Kept> kept = kept(actor, key);
    if (kept.isEmpty() || !kept.get().hash().equals(hash)) {
      throw Problems.unprocessable(
          "idempotency-key-reused",
          "The Idempotency-Key stands for another request",
          List.of(new Fault("Idempotency-Key", "reused", "use a new key")));
    }
    Response.ResponseBuilder answer =
        Response.status(kept.get().status())
            .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
            .header("Idempotency-Replayed", "true")
            .entity(kept.get().body());
    String location = kept.get().location();
    return (location == null ? answer : answer.header(HttpHeaders.LOCATION, location)).build();
  }

  private String write(@Nullable Object entity) {
    try {
      return json.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Kept> kept(String actor, String key) {
    return database.first(
        KEPT,
        row -> new Kept(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)),
        actor,
        key);
  }

  private static String hash(String request) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(request.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
