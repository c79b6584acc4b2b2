package org.carbonpublicity.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Times of GET calls over kept connections, each of which waits for an answer before it asks again.
 * Plain sockets, so that the client takes as little of the cores as it can.
 */
final class Latencies {

  private final URI address;
  private final int connections;

  Latencies(URI address, int connections) {
    this.address = address;
    this.connections = connections;
  }

  /**
   * What was seen.
   *
   * @param sorted in ns
   */
  record Seen(long[] sorted, Duration time) {

    double perSecond() {
      return sorted.length / (time.toNanos() / 1e9);
    }

    /** The time that a share of calls was not longer than, in ms. */
    double millis(double share) {
      return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,.0f/s, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms",
          perSecond(),
          millis(0.5),
          millis(0.99),
          millis(0.999));
    }
  }

  /**
   * Calls for a time.
   *
   * @param paths the next path to ask for; called by several threads
   * @param perSecond calls of all connections together; null for as many as are answered
   */
  Seen measure(Supplier<String> paths, Duration time, @Nullable Integer perSecond)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<long[]>> running = new ArrayList<>();
      long interval = perSecond == null ? 0 : TimeUnit.SECONDS.toNanos(1) * connections / perSecond;
      for (int i = 0; i < connections; i++) {
        long first = interval * i / connections;
        Callable<long[]> calls = () -> call(paths, time.toNanos(), first, interval);
        running.add(threads.submit(calls));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> one : running) {
        all.add(one.get());
      }
      long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Seen(sorted, time);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * With an interval, a late answer does not excuse the next call: it counts from when it was due.
   */
  private long[] call(Supplier<String> paths, long nanos, long first, long interval)
      throws IOException {
    long[] times = new long[1 << 16];
    int calls = 0;
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
      long start = System.nanoTime();
      long due = start + first;
      while (true) {
        if (interval > 0) {
          while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
          }
        } else {
          due = System.nanoTime();
        }
        if (due - start > nanos) {
          return Arrays.copyOf(times, calls);
        }
        String request =
            "GET " + paths.get() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        readAnswer(in);
        if (calls == times.length) {
          times = Arrays.copyOf(times, 2 * calls);
        }
        times[calls++] = System.nanoTime() - due;
        due += interval;
      }
    }
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("answered " + status);
    }
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
