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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A reader that asks for the latest Tables 3 and 4 without pause and remembers what it saw. */
final class EditionWatch {

  private static final List<String> TABLES = List.of("3", "4");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI address;
  private int latest;
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final AtomicInteger answers = new AtomicInteger();

  /** Table → edition → every different text of its rows that was seen. */
  private final Map<String, Map<Integer, List<String>>> seen = new ConcurrentHashMap<>();

  private final List<String> faults = new ArrayList<>();
  private final Thread reader = new Thread(this::read, "edition-watch");

  private EditionWatch(URI address, int before) {
    this.address = address;
    this.latest = before;
  }

  static EditionWatch start(URI address, int edition) {
    EditionWatch watch = new EditionWatch(address, edition);
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
    try {
      while (running.get()) {
        readTables();
      }
      // Whoever ends the watch has seen the next edition: its tables are read once more.
      readTables();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readTables() throws InterruptedException {
    for (String table : TABLES) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(address.resolve("/api/v1/reports/latest/tables/" + table))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          faults.add(table + " answered " + answer.statusCode());
          continue;
        }
        JsonNode body = json.readTree(answer.body());
        int edition = body.path("edition").asInt();
        if (edition < latest) {
          faults.add("went back from edition " + latest + " to " + edition);
        }
        latest = Math.max(latest, edition);
        remember(table, edition, body.path("rows").toString());
        answers.incrementAndGet();
      } catch (IOException e) {
        faults.add(e.toString());
      }
    }
  }

  private void remember(String table, int edition, String rows) {
    List<String> texts =
        seen.computeIfAbsent(table, key -> new TreeMap<>())
            .computeIfAbsent(edition, key -> new ArrayList<>());
    if (!texts.contains(rows)) {
      texts.add(rows);
    }
  }

  int answers() {
    return answers.get();
  }

  List<String> faults() {
    return faults;
  }

  /** Every different text of a table's rows that was answered as that edition. */
  Map<Integer, List<String>> seen(String table) {
    return seen.getOrDefault(table, Map.of());
  }
}
