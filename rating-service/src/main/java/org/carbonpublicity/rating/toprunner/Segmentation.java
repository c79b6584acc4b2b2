package org.carbonpublicity.rating.toprunner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.rating.scheme.Category;

/**
 * By which attributes of their category models are grouped. The lowest footprint of a group is the
 * lowest of one of its categories, so that every segmentation follows from the finest.
 */
public final class Segmentation {

  /** By category: all attributes. */
  public static final Segmentation CATEGORY =
      new Segmentation(EnumSet.allOf(CategoryAttribute.class));

  private static final String CATEGORY_WORD = "category";

  private final Set<CategoryAttribute> attributes;

  private Segmentation(Set<CategoryAttribute> attributes) {
    this.attributes = attributes;
  }

  /** What a request may say. */
  public static final String KNOWN =
      "category, or one or several of powertrain, bodyType, segment, with commas between";

  /** Reads {@code category} or a list of attributes; empty when it is neither. */
  public static Optional<Segmentation> parse(String text) {
    if (text.equals(CATEGORY_WORD)) {
      return Optional.of(CATEGORY);
    }
    EnumSet<CategoryAttribute> found = EnumSet.noneOf(CategoryAttribute.class);
    for (String word : text.split(",", -1)) {
      Optional<CategoryAttribute> attribute =
          EnumSet.allOf(CategoryAttribute.class).stream()
              .filter(known -> known.word().equals(word))
              .findFirst();
      if (attribute.isEmpty() || !found.add(attribute.get())) {
        return Optional.empty();
      }
    }
    return Optional.of(new Segmentation(found));
  }

  /** The attributes, in the order of the category. */
  public Set<CategoryAttribute> attributes() {
    return EnumSet.copyOf(attributes);
  }

  /** The best of each group, in the order of the groups' attributes. */
  public List<TopRunnerGroup> group(List<CategoryTop> categories) {
    Map<Map<CategoryAttribute, String>, List<CategoryTop>> members = new LinkedHashMap<>();
    categories.stream()
        .sorted(Comparator.comparing(top -> key(top.category()).values().toString()))
        .forEach(
            top -> members.computeIfAbsent(key(top.category()), k -> new ArrayList<>()).add(top));
    return members.entrySet().stream()
        .map(entry -> TopRunnerGroup.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Map<CategoryAttribute, String> key(Category category) {
    Map<CategoryAttribute, String> key = new EnumMap<>(CategoryAttribute.class);
    attributes.forEach(attribute -> key.put(attribute, attribute.of(category)));
    return key;
  }
}
