package org.carbonpublicity.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A reader that asks for the latest ratings and means without pause, whether the service is there
 * or not, and remembers what it saw of each edition.
 */
final class RatingWatch {

  private static final List<String> PATHS = List.of("ratings?limit=200", "category-means");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI address;
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Map<String, TreeSet<String>> seen = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Thread reader = new Thread(this::read, "rating-watch");
  private int answers;

  private RatingWatch(URI address) {
    this.address = address;
  }

  static RatingWatch start(URI address) {
    RatingWatch watch = new RatingWatch(address);
    watch.reader.start();
    return watch;
  }

  void stop() {
    running.set(false);
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    int latest = 0;
    while (running.get()) {
      for (String path : PATHS) {
        try {
          var answer =
              http.send(
                  HttpRequest.newBuilder(address.resolve("/api/v1/editions/latest/" + path))
                      .build(),
                  BodyHandlers.ofString());
          if (answer.statusCode() >= 500) {
            continue; // It is down: that is no answer, and no mixture.
          }
          JsonNode body = json.readTree(answer.body());
          int edition = body.path("edition").asInt();
          if (answer.statusCode() != 200 || edition < latest) {
            faults.add(path + " answered " + answer.statusCode() + " of edition " + edition);
          }
          latest = Math.max(latest, edition);
          answers++;
          seen.computeIfAbsent(edition + " " + path, key -> new TreeSet<>()).add(answer.body());
        } catch (IOException e) {
          // Broken off with the service.
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  int answers() {
    return answers;
  }

  List<String> faults() {
    return faults;
  }

  /** Every different text that was answered, by edition and path. */
  Map<String, TreeSet<String>> seen() {
    return seen;
  }
}
