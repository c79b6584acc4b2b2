package org.carbonpublicity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of the demo.
 *
 * @param folder {@code deploy/local/demo}
 */
public record DemoFiles(Path folder) {

  /**
   * An answer to one item of the questionnaire.
   *
   * @param item its code, such as AW1
   */
  public record ItemAnswer(String item, boolean met) {}

  public Path fleet() {
    return folder.resolve("fleet-2024-09.csv");
  }

  public Path batch4Preliminary() {
    return folder.resolve("batch-4-preliminary.csv");
  }

  public Path sales() {
    return folder.resolve("sales-2024-09.csv");
  }

  /**
   * What the forms of batch 4 say of a series.
   *
   * @param pricesCny one for each model that has a price
   */
  record PreliminarySeries(Set<String> powertrains, List<BigDecimal> pricesCny) {}

  /** The series of batch 4, by the enterprise's name and their own. */
  Map<List<String>, PreliminarySeries> batch4Series() {
    List<String> lines = lines("batch-4-preliminary.csv");
    List<String> header = List.of(cells(lines.get(0)));
    Map<List<String>, PreliminarySeries> series = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = cells(line);
      PreliminarySeries known =
          series.computeIfAbsent(
              List.of(cells[header.indexOf("enterprise")], cells[header.indexOf("series")]),
              key -> new PreliminarySeries(new TreeSet<>(), new ArrayList<>()));
      known.powertrains().add(cells[header.indexOf("powertrain")]);
      String price = cells[header.indexOf("price_cny")];
      if (!price.isEmpty()) {
        known.pricesCny().add(new BigDecimal(price));
      }
    }
    return series;
  }

  /** Reference lines and class bands, in the words of the file. */
  JsonNode ratingScheme() {
    try {
      return new ObjectMapper().readTree(folder.resolve("rating-scheme.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The feedback form of each enterprise (its name): header and own rows, as CSV. */
  public Map<String, String> batch4Feedback() {
    List<String> lines = lines("batch-4-feedback.csv");
    String header = lines.get(0);
    Map<String, String> forms = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String enterprise = cells(line)[0];
      forms.merge(enterprise, header + "\n" + line + "\n", (form, first) -> form + line + "\n");
    }
    return forms;
  }

  /** The answers of each enterprise (its name) to all items, in the file's order. */
  public Map<String, List<ItemAnswer>> answers() {
    List<String> lines = lines("assessment-answers-2024.csv");
    Map<String, List<ItemAnswer>> answers = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = cells(line);
      answers
          .computeIfAbsent(cells[0], enterprise -> new ArrayList<>())
          .add(new ItemAnswer(cells[1], cells[2].equals("Y")));
    }
    return answers;
  }

  /** Names of enterprises that answer the questionnaire but have no model in the fleet. */
  public Set<String> enterprisesWithoutModels() {
    List<String> fleet = lines("fleet-2024-09.csv");
    Set<String> names = new LinkedHashSet<>(answers().keySet());
    fleet.subList(1, fleet.size()).forEach(line -> names.remove(cells(line)[0]));
    return names;
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String line) {
    if (line.indexOf('"') >= 0) {
      throw new IllegalArgumentException("the demo files have no quoted cells: " + line);
    }
    return line.split(",", -1);
  }
}
