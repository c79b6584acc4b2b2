package org.carbonpublicity.assessment.evidence.scan;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Asks a ClamAV daemon over TCP by its command INSTREAM: chunks with their length in front, then an
 * empty one, then its answer. Whatever is no clear answer counts as none: nothing is kept then.
 */
public final class ClamdScanner implements Scanner {

  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4096;
  private static final String ANSWER = "stream: ";
  private static final String FOUND = " FOUND";

  private final String host;
  private final int port;
  private final Duration patience;

  /**
   * @param patience for the connection, and for everything after it
   */
  public ClamdScanner(String host, int port, Duration patience) {
    this.host = host;
    this.port = port;
    this.patience = patience;
  }

  @Override
  public Optional<String> scan(InputStream file) throws IOException {
    try (Socket socket = new Socket()) {
      connect(socket);
      // A read has a timeout of its own, a write has none: closing ends both.
      Executor deadline =
          CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
      CompletableFuture<Void> end = CompletableFuture.runAsync(() -> close(socket), deadline);
      try {
        return verdict(ask(socket, file));
      } finally {
        end.cancel(false);
      }
    }
  }

  private void connect(Socket socket) {
    try {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static String ask(Socket socket, InputStream file) throws IOException {
    byte[] buffer = new byte[CHUNK];
    try {
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK + 16));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      for (int count = read(file, buffer); count >= 0; count = read(file, buffer)) {
        if (count > 0) {
          out.writeInt(count);
          out.write(buffer, 0, count);
        }
      }
      out.writeInt(0);
      out.flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      for (int one = in.read(); one > 0 && answer.size() < LONGEST_ANSWER; one = in.read()) {
        answer.write(one);
      }
      return answer.toString(StandardCharsets.UTF_8).strip();
    } catch (UnreadableFile e) {
      throw e.cause;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static Optional<String> verdict(String answer) {
    if (answer.equals(ANSWER + "OK")) {
      return Optional.empty();
    }
    if (answer.startsWith(ANSWER) && answer.endsWith(FOUND)) {
      return Optional.of(answer.substring(ANSWER.length(), answer.length() - FOUND.length()));
    }
    throw new ScannerUnavailableException("the scanner answered: " + answer, null);
  }

  private static ScannerUnavailableException unavailable(IOException cause) {
    return new ScannerUnavailableException("the scanner cannot be reached", cause);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use in any case.
    }
  }

  /** A fault of the file is none of the scanner's. */
  private static int read(InputStream file, byte[] buffer) {
    try {
      return file.read(buffer);
    } catch (IOException e) {
      throw new UnreadableFile(e);
    }
  }

  private static final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IOException cause;

    UnreadableFile(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
