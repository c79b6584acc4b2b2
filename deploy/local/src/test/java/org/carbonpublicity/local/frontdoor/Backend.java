package org.carbonpublicity.local.frontdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for a service: answers every request and remembers it. */
final class Backend implements AutoCloseable {

  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<HttpExchange> requests = new CopyOnWriteArrayList<>();

  Backend(Behaviour behaviour) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange);
          try (exchange) {
            behaviour.answer(exchange);
          }
        });
    server.start();
  }

  static Backend saying(String text) throws IOException {
    return new Backend(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          respond(exchange, 200, text);
        });
  }

  static void respond(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String target() {
    return requests.get(requests.size() - 1).getRequestURI().toString();
  }

  String header(String name) {
    return requests.get(requests.size() - 1).getRequestHeaders().getFirst(name);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
