package org.carbonpublicity.reporting.report.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The bytes of an answer in one language and media type.
 *
 * @param etag strong: it stands for exactly these bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
public record Representation(byte[] bytes, String etag) {

  private static final int ETAG_BYTES = 15;

  /** The bytes with a tag made of their hash. */
  public static Representation of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String tag = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, ETAG_BYTES));
      return new Representation(bytes, '"' + tag + '"');
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether a client that sent this {@code If-None-Match} has these bytes already. */
  public boolean matches(String ifNoneMatch) {
    return Arrays.stream(ifNoneMatch.split(","))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }
}
