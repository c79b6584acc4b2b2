package org.carbonpublicity.assessment.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that announces to be too large before a byte of it is read, and one that turns out
 * to be. The server's own limit lies above, since it says nothing or breaks off.
 */
@ApplicationScoped
class BodyLimitFilter {

  /** In bytes; a submission with the longest evidence in each answer is a fifth of it. */
  private static final long LIMIT = 1024 * 1024;

  /** Where the body is a file. */
  private static final String FILES = "/api/v1/evidence";

  /** Goes before the server's own limit. */
  private static final int FIRST = 10_000;

  private final long largestFile;

  BodyLimitFilter(
      @ConfigProperty(name = "assessment.evidence.largest-file", defaultValue = "20M")
          MemorySize largestFile) {
    this.largestFile = largestFile.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseAnnounced, FIRST);
  }

  private void refuseAnnounced(RoutingContext exchange) {
    String announced = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    long limit = limitOf(exchange.request().path());
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

  private long limitOf(@Nullable String path) {
    return FILES.equals(path) ? largestFile : LIMIT;
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
          new Limited(request.getEntityStream(), limitOf(request.getUriInfo().getPath())));
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
        throw Problems.bodyTooLarge(limit);
      }
    }
  }
}
