package org.carbonpublicity.rating.label.rendering;

/**
 * The colours of the classes, from green to red, dark enough for white letters or light for black.
 */
final class ClassColours {

  private static final String[] COLOURS = {"#1a7f37", "#5a9e2f", "#f2c200", "#ef8a1d", "#c62828"};
  private static final String[] LETTERS = {"#ffffff", "#ffffff", "#000000", "#000000", "#ffffff"};

  private ClassColours() {}

  /**
   * @param ratingClass 1 to 5
   */
  static String of(int ratingClass) {
    return COLOURS[ratingClass - 1];
  }

  static String letters(int ratingClass) {
    return LETTERS[ratingClass - 1];
  }
}
