package org.carbonpublicity.rating.label.rendering;

/** Letters on a coloured ground: black or white, whichever is told apart better. */
final class LetterColour {

  private LetterColour() {}

  /**
   * The better one by the contrast of WCAG 2.2 (relative luminance; black wins from 0.179 on).
   *
   * @param ground {@code #RRGGBB}
   */
  static String on(String ground) {
    double luminance =
        0.2126 * linear(ground, 1) + 0.7152 * linear(ground, 3) + 0.0722 * linear(ground, 5);
    return luminance > 0.179 ? "#000000" : "#ffffff";
  }

  private static double linear(String ground, int from) {
    double part = Integer.parseInt(ground.substring(from, from + 2), 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
