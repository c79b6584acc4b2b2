package org.carbonpublicity.reporting.opendata.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Answers with strong ETags, and what they say of their permanence. */
final class Answers {

  /** Of what never changes. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** Of what may change: ask whether it has. */
  static final String ASK_AGAIN = "no-cache";

  static final String ROOT = "/api/v1/open-data";

  private static final int ETAG_DIGITS = 32;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Answers() {}

  static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always JSON", e);
    }
  }

  /** An ETag that stands for the bytes of that SHA-256, in hexadecimal digits. */
  static String etag(String sha256, String suffix) {
    return '"' + sha256.substring(0, ETAG_DIGITS) + suffix + '"';
  }

  /** Bytes that are ready, or 304 when the client has them. */
  static Response.ResponseBuilder bytes(byte[] bytes, String contentType, HttpHeaders headers) {
    String etag = etag(sha256(bytes), "");
    return isKnown(headers, etag)
        ? notModified(etag)
        : Response.ok(bytes).type(contentType).header(HttpHeaders.ETAG, etag);
  }

  static Response.ResponseBuilder notModified(String etag) {
    return Response.notModified().header(HttpHeaders.ETAG, etag);
  }

  static boolean isKnown(HttpHeaders headers, String etag) {
    String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  /** Whether a client takes gzip: it is named, or everything is, and not refused by weight 0. */
  static boolean acceptsGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    boolean everything = false;
    for (String coding : acceptEncoding.split(",")) {
      String[] parts = coding.strip().split("\\s*;\\s*");
      boolean refused = Arrays.stream(parts).skip(1).anyMatch(p -> p.matches("[qQ]=0(\\.0{0,3})?"));
      if (parts[0].equalsIgnoreCase("gzip")) {
        return !refused;
      }
      everything |= parts[0].equals("*") && !refused;
    }
    return everything;
  }

  static String link(String path, String relation) {
    return "<" + path + ">; rel=\"" + relation + '"';
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
