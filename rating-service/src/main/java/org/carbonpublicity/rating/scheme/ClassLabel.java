package org.carbonpublicity.rating.scheme;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a scheme calls and paints a class.
 *
 * @param colour {@code #RRGGBB}
 */
public record ClassLabel(String name, String nameZh, String colour) {

  /** From green to red, and told apart by readers who confuse these (ColorBrewer's RdYlGn). */
  private static final List<String> COLOURS =
      List.of("#1A9850", "#91CF60", "#FEE08B", "#FC8D59", "#D73027");

  /** The names and colours of a scheme that does not state its own, by class. */
  public static final List<ClassLabel> STANDARD =
      Stream.of(RatingClass.values())
          .map(of -> new ClassLabel(of.title(), of.titleZh(), COLOURS.get(of.ordinal())))
          .toList();
}
