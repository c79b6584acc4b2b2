package org.carbonpublicity.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the service of a request and passes request and answer on. */
final class Forwarding implements Handler<HttpServerRequest> {

  /** How long a client may go on sending a body whose answer has been given already. */
  private static final long LINGER_MILLIS = 30_000;

  private static final String FAILURE = "failure";

  private final Vertx vertx;
  private final List<Route> routes;
  private final Map<String, Backends> backends;
  private final Health health;
  private final HttpProxy proxy;

  Forwarding(Vertx vertx, HttpClient client, List<Route> routes, Map<String, Backends> backends) {
    this.vertx = vertx;
    this.routes = routes;
    this.backends = backends;
    this.health = new Health(client, backends);
    this.proxy =
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
            .origin(context -> connect(context, client))
            .addInterceptor(new Rewriting());
  }

  @Override
  public void handle(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !request.uri().startsWith("/")) {
      answer(request, Problem.badTarget());
    } else if (path.equals("/health")) {
      health.handle(request);
    } else if (Route.find(routes, path).isEmpty()) {
      answer(request, Problem.notFound(path));
    } else {
      request.response().endHandler(ended -> linger(request));
      proxy.handle(request);
    }
  }

  /**
   * A service may answer before it has read the body (413). Closing at once would reset the
   * connection and could take the answer with it: what still comes is read and dropped for a while.
   */
  private void linger(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    request.handler(rest -> {});
    request.resume();
    long timer = vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
    request.endHandler(done -> vertx.cancelTimer(timer));
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
  }

  private static void answer(HttpServerRequest request, Problem problem) {
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(problem.json());
  }

  private Route route(ProxyContext context) {
    String path = context.request().proxiedRequest().path();
    return Route.find(routes, path).orElseThrow();
  }

  private Future<HttpClientRequest> connect(ProxyContext context, HttpClient client) {
    Backends instances = backends.get(route(context).service());
    return connect(client, instances == null ? List.of() : instances.inTurn(), null);
  }

  /** Nothing has been sent while a connection is refused, so the next instance may be asked. */
  private static Future<HttpClientRequest> connect(
      HttpClient client, List<Integer> ports, @Nullable Throwable refusal) {
    if (ports.isEmpty()) {
      return Future.failedFuture(
          refusal == null ? new ConnectException("no instance is known") : refusal);
    }
    return client
        .request(new RequestOptions().setHost("127.0.0.1").setPort(ports.get(0)))
        .recover(failure -> connect(client, ports.subList(1, ports.size()), failure));
  }

  private final class Rewriting implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      ProxyRequest request = context.request();
      HttpServerRequest original = request.proxiedRequest();
      request.setURI(route(context).rewrite(request.getURI()));
      HostAndPort authority = original.authority();
      if (authority != null) {
        request.setAuthority(authority);
      }
      // The edge of the platform: what a client claims about earlier hops is not passed on.
      request.headers().remove("Forwarded");
      request.putHeader("X-Forwarded-For", original.remoteAddress().hostAddress());
      request.putHeader("X-Forwarded-Proto", "http");
      Optional.ofNullable(original.getHeader(HttpHeaders.HOST))
          .ifPresentOrElse(
              host -> request.putHeader("X-Forwarded-Host", host),
              () -> request.headers().remove("X-Forwarded-Host"));
      request.putHeader("X-Forwarded-Port", Integer.toString(original.localAddress().port()));
      // Answered here already.
      request.headers().remove(HttpHeaders.EXPECT);
      Future<ProxyResponse> answer =
          Upload.hasBody(original)
              ? connect(context, context.client())
                  .compose(service -> new Upload(vertx, request, service).send())
              : context.sendRequest();
      return answer.onFailure(failure -> context.set(FAILURE, failure));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      ProxyResponse response = context.response();
      response.headers().remove(HttpHeaders.CONNECTION);
      response.headers().remove(HttpHeaders.KEEP_ALIVE);
      Throwable failure = context.get(FAILURE, Throwable.class);
      if (failure != null) {
        String service = route(context).service();
        Problem problem =
            failure instanceof ConnectException
                ? Problem.unavailable(service)
                : Problem.brokenOff(service);
        Buffer json = problem.json();
        response.setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setBody(Body.body(json));
      }
      return context.sendResponse();
    }
  }
}
