package org.carbonpublicity.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.streams.Pipe;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Passes a request with a body on. The library's own way gives up the answer when the service stops
 * reading; a service that refuses a body (413) does just that, and its answer is what the client
 * needs.
 */
final class Upload {

  /** How long an answer may follow after the service has stopped reading. */
  private static final long ANSWER_MILLIS = 5_000;

  private static final int FIRST_ERROR_STATUS = 400;

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host",
          "content-length");

  private final Vertx vertx;
  private final ProxyRequest request;
  private final HttpServerRequest client;
  private final HttpClientRequest service;

  Upload(Vertx vertx, ProxyRequest request, HttpClientRequest service) {
    this.vertx = vertx;
    this.request = request;
    this.client = request.proxiedRequest();
    this.service = service;
  }

  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  /** The answer as soon as its head is there, whether or not the whole body has been sent. */
  Future<ProxyResponse> send() {
    keepReadingWhenWritingFails();
    writeHead();
    client.response().exceptionHandler(gone -> service.reset());
    Future<HttpClientResponse> answer = service.response();
    Pipe<Buffer> body = client.pipe().endOnSuccess(true).endOnFailure(false);
    body.to(service)
        .onFailure(
            stopped -> {
              drop();
              vertx.setTimer(
                  ANSWER_MILLIS,
                  late -> {
                    if (!answer.isComplete()) {
                      service.reset();
                    }
                  });
            });
    return answer.map(
        response -> {
          response.pause();
          if (response.statusCode() >= FIRST_ERROR_STATUS && !client.isEnded()) {
            // Refused before it was read: no use in sending the rest.
            body.close();
            drop();
          }
          return response(response);
        });
  }

  /** By default a failed write closes the connection at once, unread answer and all. */
  private void keepReadingWhenWritingFails() {
    if (service.connection() instanceof ConnectionBase connection) {
      connection.channel().config().setAutoClose(false);
    }
  }

  private void writeHead() {
    service.setMethod(request.getMethod());
    service.setURI(request.getURI());
    HostAndPort authority = request.getAuthority();
    if (authority != null) {
      service.authority(authority);
    }
    MultiMap headers = request.headers();
    headers.forEach(
        (name, value) -> {
          if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
            service.headers().add(name, value);
          }
        });
    List<String> length = client.headers().getAll(HttpHeaders.CONTENT_LENGTH);
    if (length.isEmpty()) {
      service.setChunked(true);
    } else {
      service.putHeader(HttpHeaders.CONTENT_LENGTH, length.get(0));
    }
  }

  /** Reads what still comes and forgets it. */
  private void drop() {
    if (!client.isEnded()) {
      client.handler(rest -> {});
      client.resume();
    }
  }

  private ProxyResponse response(HttpClientResponse response) {
    ProxyResponse passed = request.response();
    passed.setStatusCode(response.statusCode());
    passed.setStatusMessage(response.statusMessage());
    passed.headers().addAll(response.headers());
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    Answering body = new Answering(response, client);
    passed.setBody(length == null ? Body.body(body) : Body.body(body, Long.parseLong(length)));
    return passed;
  }
}
