package org.carbonpublicity.disclosure.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses bodies that are too large: by what they announce, and by what they turn out to be. */
@ApplicationScoped
class BodyLimitFilter {

  private static final long MIB = 1024 * 1024;

  @ServerRequestFilter
  public void filter(ContainerRequestContext request) {
    long limit = limit(request.getUriInfo().getPath(), request.getMediaType());
    String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (announced != null && (announced.length() > 18 || Long.parseLong(announced) > limit)) {
      throw Problems.tooLarge(limit);
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }
  }

  private static long limit(String path, @Nullable MediaType type) {
    if (path.endsWith("/evidence")) {
      // Whatever its type: it is held in memory as a whole.
      return 10 * MIB;
    }
    if (path.endsWith("/feedback-form-checks")) {
      // The file is answered, too: as large as people read it.
      return 32 * MIB;
    }
    if (type != null && type.getSubtype().equals("csv")) {
      return 512 * MIB;
    }
    return type != null && type.getSubtype().contains("spreadsheet") ? 32 * MIB : MIB;
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
        throw Problems.tooLarge(limit);
      }
    }
  }
}
