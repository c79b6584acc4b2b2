package org.carbonpublicity.reporting.report;

/** The five classes; the number is the key, the names are its titles. */
public enum RatingClass {
  CLASS_1(1, "Class 1 (Low Carbon+)", "1级（低碳+）"),
  CLASS_2(2, "Class 2 (Low Carbon−)", "2级（低碳−）"),
  CLASS_3(3, "Class 3 (Moderate)", "3级（中碳）"),
  CLASS_4(4, "Class 4 (High Carbon−)", "4级（高碳−）"),
  CLASS_5(5, "Class 5 (High Carbon+)", "5级（高碳+）");

  private final int number;
  private final Text title;

  RatingClass(int number, String english, String chinese) {
    this.number = number;
    this.title = new Text(english, chinese);
  }

  int number() {
    return number;
  }

  Text title() {
    return title;
  }

  String modelsColumn() {
    return "class" + number + "Models";
  }

  String shareColumn() {
    return "class" + number + "SharePercent";
  }
}
