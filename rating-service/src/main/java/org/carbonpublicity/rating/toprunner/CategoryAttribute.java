package org.carbonpublicity.rating.toprunner;

import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;

/** What a category is made of. */
public enum CategoryAttribute {
  POWERTRAIN("powertrain"),
  BODY_TYPE("bodyType"),
  SEGMENT("segment");

  private final String word;

  CategoryAttribute(String word) {
    this.word = word;
  }

  /** Its name in requests and answers. */
  public String word() {
    return word;
  }

  /** The values that it may have. */
  public List<String> known() {
    return switch (this) {
      case POWERTRAIN -> Arrays.stream(Powertrain.values()).map(Enum::name).toList();
      case BODY_TYPE -> Category.BODY_TYPES;
      case SEGMENT -> Category.SEGMENTS;
    };
  }

  /** Its value for a category. */
  public String of(Category category) {
    return switch (this) {
      case POWERTRAIN -> category.powertrain().name();
      case BODY_TYPE -> category.bodyType();
      case SEGMENT -> category.segment();
    };
  }
}
