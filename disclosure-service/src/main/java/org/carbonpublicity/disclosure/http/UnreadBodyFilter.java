package org.carbonpublicity.disclosure.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes no more of a body whose request has been answered. The server would hold what nobody reads
 * in memory, however much of it comes: a stream without end, refused at its first byte, would fill
 * it. What comes within a moment is dropped, since closing at once could take the answer along.
 */
@ApplicationScoped
class UnreadBodyFilter {

  /** Goes before all others, whose answers it watches, too. */
  private static final int FIRST = 10_000;

  private static final long LINGER_MILLIS = 500;

  void register(@Observes Filters filters) {
    filters.register(UnreadBodyFilter::watch, FIRST);
  }

  private static void watch(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    boolean hasBody =
        request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    if (hasBody) {
      // The connection's thread: the answer may end on another, while more of the body arrives.
      Context connection = exchange.vertx().getOrCreateContext();
      exchange.addEndHandler(
          answered -> {
            if (answered.succeeded()) {
              connection.runOnContext(here -> drop(exchange, request));
            }
          });
    }
    exchange.next();
  }

  private static void drop(RoutingContext exchange, HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    if (request.version() == HttpVersion.HTTP_2) {
      // Its connection carries others, and a stream can be ended alone.
      exchange.response().reset();
      return;
    }
    request.handler(rest -> {});
    request.resume();
    exchange
        .vertx()
        .setTimer(
            LINGER_MILLIS,
            late -> {
              // The rest of a small body has come by then, and its connection is of use.
              if (!request.isEnded()) {
                request.connection().close();
              }
            });
  }
}
