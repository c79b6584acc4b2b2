package org.carbonpublicity.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;

/** The largest used heap of each service, sampled from its metrics while it works. */
final class HeapWatch implements AutoCloseable {

  private static final long EVERY_MILLIS = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Platform platform;
  private final Map<Part, Long> peaks = Collections.synchronizedMap(new EnumMap<>(Part.class));
  private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();

  HeapWatch(Platform platform) {
    this.platform = platform;
    var unused =
        sampler.scheduleWithFixedDelay(this::sample, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sample() {
    for (Part service : Part.SERVICES) {
      try {
        URI metrics = platform.address(service, 1).resolve("/q/metrics");
        String text =
            http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
        double used =
            text.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{"))
                .filter(line -> line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        peaks.merge(service, (long) used, Math::max);
      } catch (IOException e) {
        // A service too busy to answer is asked again.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Largest used heap in bytes, by service. */
  Map<Part, Long> peaks() {
    return new EnumMap<>(peaks);
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }
}
