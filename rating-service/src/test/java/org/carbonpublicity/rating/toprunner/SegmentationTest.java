package org.carbonpublicity.rating.toprunner;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentationTest {

  record Car(Category category, int footprint) {}

  @Provide
  Arbitrary<List<Car>> fleets() {
    return Combinators.combine(
            Arbitraries.of(CategoryAttribute.POWERTRAIN.known()),
            Arbitraries.of(CategoryAttribute.BODY_TYPE.known()),
            Arbitraries.of(CategoryAttribute.SEGMENT.known()),
            Arbitraries.integers().between(1, 4))
        .as((p, b, s, footprint) -> new Car(new Category(Powertrain.valueOf(p), b, s), footprint))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> segmentations() {
    return Arbitraries.of(
        "category", "powertrain", "bodyType", "segment", "powertrain,segment", "segment,bodyType");
  }

  /** Groups made of categories are the groups made of cars. */
  @Property(tries = 300)
  void everySegmentationFollowsFromTheFinest(
      @ForAll("fleets") List<Car> fleet, @ForAll("segmentations") String by) {
    Segmentation segmentation = Segmentation.parse(by).orElseThrow();

    Map<String, String> actual = new TreeMap<>();
    for (TopRunnerGroup group : segmentation.group(categories(fleet))) {
      String key =
          segmentation.attributes().stream()
              .map(attribute -> group.key().get(attribute))
              .collect(Collectors.joining("/"));
      Set<String> codes =
          group.topRunners().stream().map(TopRunner::modelCode).collect(Collectors.toSet());
      actual.put(key, group.models() + " " + group.footprintGramsPerKm() + new TreeSet<>(codes));
    }

    assertThat(actual).isEqualTo(bruteForce(fleet, segmentation));
  }

  private static Map<String, String> bruteForce(List<Car> fleet, Segmentation segmentation) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < fleet.size(); i++) {
      Category category = fleet.get(i).category();
      String key =
          segmentation.attributes().stream()
              .map(attribute -> attribute.of(category))
              .collect(Collectors.joining("/"));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    Map<String, String> expected = new TreeMap<>();
    groups.forEach(
        (key, members) -> {
          int lowest = members.stream().mapToInt(i -> fleet.get(i).footprint()).min().orElseThrow();
          Set<String> codes =
              members.stream()
                  .filter(i -> fleet.get(i).footprint() == lowest)
                  .map(i -> "M" + i)
                  .collect(Collectors.toCollection(TreeSet::new));
          expected.put(key, members.size() + " " + lowest + codes);
        });
    return expected;
  }

  private static List<CategoryTop> categories(List<Car> fleet) {
    Map<Category, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < fleet.size(); i++) {
      members.computeIfAbsent(fleet.get(i).category(), k -> new ArrayList<>()).add(i);
    }
    List<CategoryTop> tops = new ArrayList<>();
    members.forEach(
        (category, cars) -> {
          int lowest =
              cars.stream()
                  .map(i -> fleet.get(i).footprint())
                  .min(Comparator.naturalOrder())
                  .orElseThrow();
          tops.add(
              new CategoryTop(
                  1,
                  category,
                  cars.size(),
                  BigDecimal.valueOf(lowest),
                  cars.stream()
                      .filter(i -> fleet.get(i).footprint() == lowest)
                      .map(i -> runner("M" + i, category, lowest))
                      .toList()));
        });
    return tops;
  }

  private static TopRunner runner(String code, Category category, int footprint) {
    return new TopRunner(
        1, code, code, "E", "E", "B", "S", category, BigDecimal.valueOf(footprint), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "colour", "powertrain,", "powertrain,powertrain", "category,segment"})
  void nothingElseIsASegmentation(String by) {
    assertThat(Segmentation.parse(by)).isEmpty();
  }
}
