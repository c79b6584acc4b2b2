package org.carbonpublicity.local.frontdoor;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one port behind which all services are reached: routes by path, spreads requests over the
 * instances of a service in turn, streams bodies in both directions.
 *
 * <p>It decides nothing about rights or content: every service guards itself.
 */
public final class FrontDoor implements AutoCloseable {

  private static final int CONNECTIONS_PER_INSTANCE = 256;

  /*
   * Vert.x logs each connection that breaks; here the client is told of it. Held in fields, because
   * a logger that nobody holds forgets its level.
   */
  private static final List<Logger> SILENT =
      List.of(
          Logger.getLogger("io.vertx.core.net.impl.ConnectionBase"),
          Logger.getLogger("io.vertx.core.http.impl"));

  static {
    System.setProperty(
        "vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.JULLogDelegateFactory");
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final Vertx vertx;
  private final Map<String, Backends> backends = new ConcurrentHashMap<>();
  private int port;

  private FrontDoor(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Opens the port; services become reachable as {@link #serve} names their addresses.
   *
   * @param host the interface to listen on
   * @param port 0 for any free one
   * @throws PortTakenException when something else listens there
   */
  public static FrontDoor open(String host, int port, List<Route> routes) {
    // Nothing is read from the class path through Vert.x: no cache folder is needed.
    FileSystemOptions noCache =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(noCache));
    FrontDoor door = new FrontDoor(vertx);
    routes.forEach(
        route ->
            door.backends.computeIfAbsent(route.service(), service -> new Backends(List.of())));
    int loops = Math.min(4, Runtime.getRuntime().availableProcessors());
    // All listeners share a port; to share any free one is Vert.x's meaning of a negative number.
    int shared = port == 0 ? -1 : port;
    try {
      for (int loop = 0; loop < loops; loop++) {
        door.port = door.listen(host, shared, routes);
      }
      return door;
    } catch (CompletionException e) {
      door.close();
      if (e.getCause() instanceof BindException) {
        throw new PortTakenException(port, e.getCause());
      }
      throw e;
    }
  }

  private int listen(String host, int port, List<Route> routes) {
    Listener listener = new Listener(host, port, routes);
    vertx.deployVerticle(listener).toCompletionStage().toCompletableFuture().join();
    return listener.actualPort;
  }

  /** From now on the service is at these local ports; an empty list takes it off. */
  public void serve(String service, List<Integer> ports) {
    backends.put(service, new Backends(ports));
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** One event loop's listener, with connections of its own to the services. */
  private final class Listener extends AbstractVerticle {
    private final String host;
    private final int wantedPort;
    private final List<Route> routes;
    private int actualPort;

    Listener(String host, int wantedPort, List<Route> routes) {
      this.host = host;
      this.wantedPort = wantedPort;
      this.routes = routes;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpClient client =
          vertx.createHttpClient(
              new HttpClientOptions().setConnectTimeout(2_000).setKeepAliveTimeout(20),
              new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_INSTANCE));
      HttpServerOptions options =
          new HttpServerOptions()
              .setHost(host)
              .setPort(wantedPort)
              .setHttp2ClearTextEnabled(false)
              .setHandle100ContinueAutomatically(true);
      vertx
          .createHttpServer(options)
          .requestHandler(new Forwarding(vertx, client, routes, backends))
          .listen()
          .onSuccess(server -> actualPort = server.actualPort())
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }

  /** The wanted port is in use. */
  public static final class PortTakenException extends RuntimeException {
    PortTakenException(int port, Throwable cause) {
      super("port " + port + " is taken", cause);
    }
  }
}
