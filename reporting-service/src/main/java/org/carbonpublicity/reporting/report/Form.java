package org.carbonpublicity.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table or figure is about and which columns it has, whatever its edition.
 *
 * @param name under which its documents are kept
 * @param number in the quarterly report; null for a view that the report does not print
 * @param unit of its main value; null when it has none
 */
public record Form(
    String name,
    @Nullable Integer number,
    Text title,
    @Nullable String unit,
    List<Column> columns) {

  /**
   * A column.
   *
   * @param key of its cells in JSON, and its heading in CSV
   */
  public record Column(String key, Text title, @Nullable String unit) {

    static Column of(String key, String english, String chinese) {
      return new Column(key, new Text(english, chinese), null);
    }

    static Column of(String key, String english, String chinese, String unit) {
      return new Column(key, new Text(english, chinese), unit);
    }
  }

  Form(
      String name,
      @Nullable Integer number,
      String english,
      String chinese,
      @Nullable String unit,
      Column... columns) {
    this(name, number, new Text(english, chinese), unit, List.of(columns));
  }

  /** The same form under the number and title of one of the report's figures. */
  public Form as(@Nullable Integer newNumber, Text newTitle) {
    return new Form(name, newNumber, newTitle, unit, columns);
  }
}
