package org.carbonpublicity.reporting.report;

/** A title in the languages of the report. */
public record Text(String english, String chinese) {

  /** Languages that titles exist in; English is the default. */
  public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Language(String tag) {
      this.tag = tag;
    }

    /** Primary subtag of the language (BCP 47). */
    public String tag() {
      return tag;
    }
  }

  public String in(Language language) {
    return language == Language.CHINESE ? chinese : english;
  }
}
