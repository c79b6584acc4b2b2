package org.carbonpublicity.rating.toprunner;

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
}
