package org.carbonpublicity.rating.scheme;

import java.util.List;

/**
 * Models that are compared with each other.
 *
 * @param bodyType one of {@link #BODY_TYPES}
 * @param segment one of {@link #SEGMENTS}
 */
public record Category(Powertrain powertrain, String bodyType, String segment) {

  /** All body types. */
  public static final List<String> BODY_TYPES = List.of("SEDAN", "SUV", "MPV");

  /** All segments, from small to large. */
  public static final List<String> SEGMENTS = List.of("A00", "A0", "A", "B", "C", "D");
}
