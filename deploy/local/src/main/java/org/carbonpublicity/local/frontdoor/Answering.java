package org.carbonpublicity.local.frontdoor;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a service's answer. Where it breaks off, the connection to the client does too: the
 * library would reset the request to the service first, which it does not know when {@link Upload}
 * has made it, and leave the client waiting for the rest.
 */
final class Answering implements ReadStream<Buffer> {

  private final HttpClientResponse service;

  /** From then on the connection to the service may be another client's. */
  private boolean ended;

  Answering(HttpClientResponse service, HttpServerRequest client) {
    this.service = service;
    client
        .connection()
        .closeHandler(
            gone -> {
              if (!ended) {
                service.request().reset();
              }
            });
    service.exceptionHandler(brokenOff -> client.connection().close());
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    // Dealt with here.
    return this;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    service.handler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    service.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    service.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    service.fetch(amount);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    service.endHandler(
        end -> {
          ended = true;
          if (handler != null) {
            handler.handle(end);
          }
        });
    return this;
  }
}
