package org.carbonpublicity.local.frontdoor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A service that behaves badly on the level of the connection, which it closes after each turn. */
final class RawBackend implements AutoCloseable {

  interface Behaviour {
    void turn(Socket socket) throws IOException;
  }

  private final ServerSocket server;

  RawBackend(Behaviour behaviour) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(() -> accept(behaviour), "raw-backend");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private void accept(Behaviour behaviour) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        behaviour.turn(socket);
      } catch (IOException e) {
        // The test closes the server, or the front door the connection.
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
