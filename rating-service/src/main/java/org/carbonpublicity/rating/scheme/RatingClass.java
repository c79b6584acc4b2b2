package org.carbonpublicity.rating.scheme;

/** The five classes, best first. The number is the key: the names appear in several spellings. */
public enum RatingClass {
  LOW_CARBON_PLUS("Low Carbon+", "低碳+"),
  LOW_CARBON_MINUS("Low Carbon−", "低碳−"),
  MODERATE("Moderate", "中碳"),
  HIGH_CARBON_MINUS("High Carbon−", "高碳−"),
  HIGH_CARBON_PLUS("High Carbon+", "高碳+");

  private final String title;
  private final String titleZh;

  RatingClass(String title, String titleZh) {
    this.title = title;
    this.titleZh = titleZh;
  }

  /** 1 (best) to 5. */
  public int number() {
    return ordinal() + 1;
  }

  /**
   * The class of a number.
   *
   * @throws IllegalArgumentException unless 1 to 5
   */
  public static RatingClass of(int number) {
    if (number < 1 || number > values().length) {
      throw new IllegalArgumentException("classes are numbered 1 to 5, not " + number);
    }
    return values()[number - 1];
  }

  public String title() {
    return title;
  }

  public String titleZh() {
    return titleZh;
  }
}
