package org.carbonpublicity.reporting.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body that announces to be too large before a byte of it is read, and one that turns out
 * to be. The server's own limit lies above, since it says nothing or breaks off.
 */
@ApplicationScoped
class BodyLimitFilter {

  /** In bytes; but for files of sales, nothing here takes a body of any size. */
  static final long LIMIT = 64 * 1024;

  /** Of a file of sales, in bytes: about 100,000 rows. */
  static final long LARGEST_FILE = 16L * 1024 * 1024;

  private static final String FILES = "/api/v1/sales";

  /** Goes before the server's own limit. */
  private static final int FIRST = 10_000;

  void register(@Observes Filters filters) {
    filters.register(BodyLimitFilter::refuseAnnounced, FIRST);
  }

  private static void refuseAnnounced(RoutingContext exchange) {
    String announced = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    long limit = limit(exchange.normalizedPath());
    if (announced == null || !isTooLarge(announced, limit)) {
      exchange.next();
      return;
    }
    exchange
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        // What is still on its way is not worth reading.
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(
            """
            {"type": "/problems/body-too-large", "title": "Body too large", "status": 413,\
             "detail": "a body has at most %d bytes"}"""
                .formatted(limit));
  }

  private static long limit(String path) {
    return path.equals(FILES) ? LARGEST_FILE : LIMIT;
  }

  private static boolean isTooLarge(String announced, long limit) {
    try {
      return Long.parseLong(announced) > limit;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  @ServerRequestFilter
  public void limit(ContainerRequestContext request) {
    if (request.hasEntity()) {
      request.setEntityStream(
          new Limited(request.getEntityStream(), limit(request.getUriInfo().getPath())));
    }
  }

  private static final class Limited extends FilterInputStream {

    private final long limit;
    private long read;

    Limited(InputStream body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    @Override
    public void close() throws IOException {
      // Closing reads what is left, and of a body that is too large that may be without end.
      if (read <= limit) {
        super.close();
      }
    }

    private void count(int more) {
      read += more;
      if (read > limit) {
        throw Problems.of(
            413, "body-too-large", "Body too large", "a body has at most " + limit + " bytes");
      }
    }
  }
}
