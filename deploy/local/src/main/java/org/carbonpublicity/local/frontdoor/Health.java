package org.carbonpublicity.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /health}: whether every instance of every service is ready; 200 when all are, 503 with the
 * same body otherwise.
 */
final class Health implements Handler<HttpServerRequest> {

  private static final long PATIENCE_MILLIS = 3_000;

  private final HttpClient client;
  private final Map<String, Backends> backends;

  Health(HttpClient client, Map<String, Backends> backends) {
    this.client = client;
    this.backends = backends;
  }

  @Override
  public void handle(HttpServerRequest request) {
    List<Future<JsonObject>> answers = new ArrayList<>();
    new TreeMap<>(backends)
        .forEach(
            (service, instances) -> {
              List<Integer> ports = instances.inTurn().stream().sorted().toList();
              if (ports.isEmpty()) {
                answers.add(Future.succeededFuture(state(service, false)));
              }
              ports.forEach(port -> answers.add(ask(service, port)));
            });
    Future.join(answers)
        .onComplete(
            done -> {
              boolean ready =
                  answers.stream().allMatch(answer -> answer.result().getBoolean("ready"));
              JsonArray instances = new JsonArray();
              answers.forEach(answer -> instances.add(answer.result()));
              request
                  .response()
                  .setStatusCode(ready ? 200 : 503)
                  .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                  .end(new JsonObject().put("ready", ready).put("instances", instances).toBuffer());
            });
  }

  private Future<JsonObject> ask(String service, int port) {
    // Identity is a stranger's server: it has no health check but answers for its keys.
    String path = service.equals("identity") ? "/cpp/jwks" : "/q/health/ready";
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .setTimeout(PATIENCE_MILLIS);
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .map(response -> state(service, response.statusCode() == 200))
        .recover(failure -> Future.succeededFuture(state(service, false)));
  }

  private static JsonObject state(String service, boolean ready) {
    return new JsonObject().put("service", service).put("ready", ready);
  }
}
