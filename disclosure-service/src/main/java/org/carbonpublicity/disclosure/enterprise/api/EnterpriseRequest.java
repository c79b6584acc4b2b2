package org.carbonpublicity.disclosure.enterprise.api;

import java.util.List;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.enterprise.Enterprises.Draft;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/** An enterprise as an analyst registers it. */
record EnterpriseRequest(
    @Nullable String code,
    @Nullable String name,
    @Nullable String group,
    @Nullable List<@Nullable String> aliases) {

  static final int LONGEST_NAME = 200;
  private static final int MOST_ALIASES = 50;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");

  Draft checked() {
    FieldFaults faults = new FieldFaults();
    Draft draft =
        new Draft(
            faults.optionalMatch(
                "code",
                code,
                CODE,
                "capital letters, digits and dashes, at most 32, not starting with a dash"),
            faults.text("name", name, LONGEST_NAME),
            faults.optionalText("group", group, LONGEST_NAME),
            aliases(faults, aliases));
    faults.refuse("invalid-enterprise", "The enterprise breaks rules");
    return draft;
  }

  static List<String> aliases(FieldFaults faults, @Nullable List<@Nullable String> given) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > MOST_ALIASES) {
      faults.add("aliases", "too-many", "at most " + MOST_ALIASES + " aliases");
      return List.of();
    }
    return given.stream().map(alias -> faults.text("aliases", alias, LONGEST_NAME)).toList();
  }
}
