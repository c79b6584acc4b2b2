package org.carbonpublicity.local.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** An answer of the front door itself, as RFC 9457 wants it. */
record Problem(String type, String title, int status, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem notFound(String path) {
    return new Problem("/problems/not-found", "Not found", 404, "Nothing is served at " + path);
  }

  static Problem badTarget() {
    return new Problem(
        "/problems/malformed-request",
        "Malformed request",
        400,
        "The path must begin with a slash");
  }

  static Problem unavailable(String service) {
    return new Problem(
        "/problems/service-unavailable",
        "Service unavailable",
        503,
        "The " + service + " service cannot be reached at present; nothing was changed");
  }

  static Problem brokenOff(String service) {
    return new Problem(
        "/problems/service-broke-off",
        "Service broke off",
        502,
        "The "
            + service
            + " service ended the connection before it answered; whether the request took effect is"
            + " unknown");
  }

  Buffer json() {
    return new JsonObject()
        .put("type", type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .toBuffer();
  }
}
