package org.carbonpublicity.reporting.report.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.report.ClassDistribution.By;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which figure a number in a path asks for. */
@ApplicationScoped
public class Figures {

  private static final String NO_EDITION = "No edition has been published yet.";

  private final Map<String, Form> single;
  private final Map<String, String> groups;

  Figures(@ConfigProperty(name = "reporting.group-figures") List<String> groupNames) {
    int expected = Forms.LAST_GROUP_FIGURE - Forms.FIRST_GROUP_FIGURE + 1;
    if (groupNames.size() != expected) {
      throw new IllegalArgumentException(
          "reporting.group-figures names %d groups, not %d".formatted(expected, groupNames.size()));
    }
    groups =
        IntStream.range(0, expected)
            .boxed()
            .collect(
                Collectors.toUnmodifiableMap(
                    i -> Integer.toString(Forms.FIRST_GROUP_FIGURE + i), groupNames::get));
    single =
        IntStream.rangeClosed(1, 15)
            .boxed()
            .filter(number -> Forms.figure(number).isPresent())
            .collect(
                Collectors.toUnmodifiableMap(
                    String::valueOf, number -> Forms.figure(number).orElseThrow()));
  }

  Asked asked(String number, @Nullable String by) {
    String group = groups.get(number);
    if (group != null) {
      Form form = Forms.groupFigure(Integer.valueOf(number), group);
      return new Asked(
          form,
          by(by).within(group),
          false,
          Tables.notYet("No models of " + group + " are published in this edition."));
    }
    if (by != null) {
      throw Problems.unknownQueryParameters(List.of("by"));
    }
    Form form = single.get(number);
    if (form == null) {
      throw Problems.of(404, "unknown-figure", "Unknown figure", "Figures are numbered 1 to 15.");
    }
    return new Asked(form, "", false, Tables.notYet(NO_EDITION));
  }

  /** The group that one of figures 2 to 11 shows; empty for any other. */
  public Optional<String> group(String number) {
    return Optional.ofNullable(groups.get(number));
  }

  Asked classDistribution(@Nullable String group, @Nullable String by) {
    if (group == null) {
      return new Asked(
          Forms.CLASS_DISTRIBUTION, by(by).everyone(), false, Tables.notYet(NO_EDITION));
    }
    return new Asked(
        Forms.groupFigure(null, group),
        by(by).within(group),
        false,
        Problems.of(
            404, "unknown-group", "Unknown group", "The edition has no group of that name."));
  }

  private static By by(@Nullable String by) {
    if (by == null || by.equals("enterprise")) {
      return By.ENTERPRISE;
    }
    if (by.equals("brand")) {
      return By.BRAND;
    }
    throw Problems.of(
        400, "malformed-parameter", "Malformed parameter", "by is enterprise or brand.");
  }
}
