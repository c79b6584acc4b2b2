package org.carbonpublicity.reporting.http;

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
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.jdbc.Database;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that carries an {@code Idempotency-Key} once: its effect, its key and its
 * answer are one transaction, and a repetition gets the kept answer.
 */
@ApplicationScoped
public class Idempotency {

  private static final int LONGEST_KEY = 200;

  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  Idempotency(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  private record Kept(String hash, int status, String body) {}

  /** The answer to a request that a text tells completely. */
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
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              // Waits for a transaction that holds the same key.
              int claimed =
                  database.update(
                      "insert into idempotency_key (actor, key, request_hash, status, body,"
                          + " created_at) values (?, ?, '', 0, '', ?) on conflict do nothing",
                      actor,
                      key,
                      clock.instant().atOffset(ZoneOffset.UTC));
              String hash = hash(request.getBytes(StandardCharsets.UTF_8));
              return claimed == 1 ? first(actor, key, hash, effect) : replay(actor, key, hash);
            });
  }

  private Response first(
      String actor, String key, String hash, Supplier<Response.ResponseBuilder> effect) {
    Response response = effect.get().build();
    database.update(
        "update idempotency_key set request_hash = ?, status = ?, body = ? where actor = ? and key ="
            + " ?",
        hash,
        response.getStatus(),
        write(response.getEntity()),
        actor,
        key);
    return response;
  }

  private Response replay(String actor, String key, String hash) {
    Optional<Kept> kept =
        database.first(
            "select request_hash, status, body from idempotency_key where actor = ? and key = ?",
            row -> new Kept(row.getString(1), row.getInt(2), row.getString(3)),
            actor,
            key);
    if (kept.isEmpty() || !kept.get().hash().equals(hash)) {
      throw Problems.unprocessable(
          "idempotency-key-reused",
          "The Idempotency-Key stands for another request",
          List.of(new Fault("Idempotency-Key", "reused", "use a new key")));
    }
    return Response.status(kept.get().status())
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
        .header("Idempotency-Replayed", "true")
        .entity(kept.get().body())
        .build();
  }

  private String write(@Nullable Object entity) {
    try {
      return json.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(byte[] request) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
