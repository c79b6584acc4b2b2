package org.carbonpublicity.reporting.http;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** Paging by key: a cursor names the last key of the page before, opaque to clients. */
public final class Cursor {

  public static final String DEFAULT_LIMIT = "100";
  private static final int LARGEST_LIMIT = 1_000;

  private Cursor() {}

  public static String encode(String lastKey) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(lastKey.getBytes(StandardCharsets.UTF_8));
  }

  /** The key behind a cursor; null when there is none. A forged one is a 400 problem. */
  public static @Nullable String decode(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String key = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (key.indexOf('\0') < 0) {
        return key;
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // Answered below, like any other cursor that this service did not make.
    }
    throw Problems.invalidParameter(
        new Fault("cursor", "invalid", "take the cursor from the Link header of the page before"));
  }

  /** A page size of 1 to 1000; anything else is a 400 problem. */
  public static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LARGEST_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw Problems.invalidParameter(
        new Fault("limit", "out-of-range", "limit is a number from 1 to " + LARGEST_LIMIT));
  }

  /**
   * A {@code Link} header value to the page after the given key, with the parameters of this
   * request.
   *
   * @param path where the next page is, e.g. with {@code latest} replaced by the edition's number
   */
  public static String nextLink(UriInfo request, String path, String lastKey) {
    UriBuilder next = UriBuilder.fromPath(path);
    request
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                next.queryParam(name, "{" + name + "}");
              }
            });
    next.queryParam("cursor", "{cursor}");
    Map<String, Object> values = new HashMap<>();
    request.getQueryParameters().forEach((name, given) -> values.put(name, given.get(0)));
    values.put("cursor", encode(lastKey));
    return "<" + next.buildFromMap(values) + ">; rel=\"next\"";
  }
}
