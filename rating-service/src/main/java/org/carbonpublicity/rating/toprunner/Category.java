package org.carbonpublicity.rating.toprunner;

import java.util.List;

/** Powertrain × body type × segment. */
public record Category(String powertrain, String bodyType, String segment) {

  /** The values that an attribute may have. */
  public static List<String> known(CategoryAttribute attribute) {
    return switch (attribute) {
      case POWERTRAIN -> List.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
      case BODY_TYPE -> List.of("SEDAN", "SUV", "MPV");
      case SEGMENT -> List.of("A00", "A0", "A", "B", "C", "D");
    };
  }

  /** The value of one attribute. */
  public String get(CategoryAttribute attribute) {
    return switch (attribute) {
      case POWERTRAIN -> powertrain;
      case BODY_TYPE -> bodyType;
      case SEGMENT -> segment;
    };
  }
}
