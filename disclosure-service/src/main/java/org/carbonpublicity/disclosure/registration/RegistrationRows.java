package org.carbonpublicity.disclosure.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.disclosure.enterprise.Enterprises.Draft;
import org.carbonpublicity.disclosure.enterprise.MatchKey;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.form.TableFile.TableColumn;
import org.carbonpublicity.disclosure.form.TableFile.TableRow;
import org.jspecify.annotations.Nullable;

/** Checks rows of a registration file, each by itself and against all rows before it. */
final class RegistrationRows {

  static final List<TableColumn> COLUMNS =
      List.of(
          new TableColumn("name", true, List.of("enterprise", "企业", "企业名称", "生产企业")),
          new TableColumn("code", false, List.of("企业代码", "企业编码")),
          new TableColumn("group", false, List.of("集团", "所属集团")),
          new TableColumn("aliases", false, List.of("别名", "曾用名")));

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");
  private static final Pattern SEPARATOR = Pattern.compile("[;；|]");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ALIASES = 50;

  private final Function<String, Optional<Enterprise>> registered;
  private final Map<String, Long> rowByKey = new HashMap<>();
  private final List<RowFault> faults = new ArrayList<>();

  /**
   * @param registered finds an enterprise by any of its names
   */
  RegistrationRows(Function<String, Optional<Enterprise>> registered) {
    this.registered = registered;
  }

  /** What a row registers; null when it has faults. */
  @Nullable Draft check(TableRow row) {
    int before = faults.size();
    if (row.fault() != null) {
      faults.add(row.fault());
    }
    String name = row.cell("name");
    String code = row.cell("code");
    String group = row.cell("group");
    List<String> aliases =
        Arrays.stream(SEPARATOR.split(row.cell("aliases")))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList();
    if (name.isEmpty()) {
      fault(row, "name", "missing-value", "a value is needed", null);
    }
    if (!code.isEmpty() && !CODE.matcher(code).matches()) {
      fault(
          row,
          "code",
          "invalid-code",
          "capital letters, digits and dashes, at most 32, not starting with a dash",
          code);
    }
    if (aliases.size() > MOST_ALIASES) {
      fault(row, "aliases", "too-many", "at most " + MOST_ALIASES + " aliases", null);
    }
    text(row, "name", name);
    text(row, "group", group);
    aliases.forEach(alias -> text(row, "aliases", alias));
    unused(row, "code", code);
    unused(row, "name", name);
    aliases.forEach(alias -> unused(row, "aliases", alias));
    return faults.size() > before
        ? null
        : new Draft(code.isEmpty() ? null : code, name, group.isEmpty() ? null : group, aliases);
  }

  List<RowFault> faults() {
    return faults;
  }

  private void text(TableRow row, String column, String text) {
    if (text.length() > LONGEST_NAME) {
      fault(row, column, "too-long", "at most " + LONGEST_NAME + " characters", text);
    } else if (text.codePoints().anyMatch(RegistrationRows::unprintable)) {
      fault(row, column, "control-character", "a control character stands in the text", text);
    } else if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
      fault(row, column, "formula-in-text", "a text does not start with = + - or @", text);
    }
  }

  private static boolean unprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isISOControl(codePoint)
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private void unused(TableRow row, String column, String spelling) {
    String key = MatchKey.of(spelling);
    if (key.isEmpty()) {
      return;
    }
    Long earlier = rowByKey.putIfAbsent(key, row.number());
    if (earlier != null && earlier != row.number()) {
      fault(row, column, "duplicate-name", "row " + earlier + " uses it already", spelling);
      return;
    }
    registered
        .apply(spelling)
        .ifPresent(
            holder ->
                fault(
                    row,
                    column,
                    "name-taken",
                    "it is a name of enterprise " + holder.code(),
                    spelling));
  }

  private void fault(
      TableRow row, String column, String code, String message, @Nullable String value) {
    faults.add(new RowFault(row.number(), column, code, message, value));
  }
}
