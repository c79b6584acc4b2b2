package org.carbonpublicity.reporting.sales.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.carbonpublicity.reporting.http.FieldFaults;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.sales.Enterprise;
import org.carbonpublicity.reporting.sales.EnterpriseNames;
import org.carbonpublicity.reporting.sales.MatchKey;
import org.carbonpublicity.reporting.sales.SeriesDirectory;
import org.carbonpublicity.reporting.sales.persistence.EnterpriseRepository;
import org.jspecify.annotations.Nullable;

/** Reads what requests call enterprises, series and months by. */
@ApplicationScoped
class Named {

  static final int LONGEST_NAME = 200;

  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

  private final EnterpriseRepository enterprises;

  Named(EnterpriseRepository enterprises) {
    this.enterprises = enterprises;
  }

  /** The one enterprise of this code, name or alias; a 404 problem when there is none. */
  String enterprise(String name) {
    Set<String> codes = new EnterpriseNames(enterprises.all()).find(name);
    if (codes.size() == 1) {
      return codes.iterator().next();
    }
    throw unknown(codes);
  }

  /** The same in a field of a body, whose fault is noted; "" then. */
  String enterprise(String field, @Nullable String name, FieldFaults faults) {
    String given = faults.text(field, name, LONGEST_NAME);
    if (given.isEmpty()) {
      return "";
    }
    Set<String> codes = new EnterpriseNames(enterprises.all()).find(given);
    if (codes.size() != 1) {
      faults.add(
          field,
          codes.isEmpty() ? "unknown-enterprise" : "ambiguous-enterprise",
          unknown(codes).getDetail());
      return "";
    }
    return codes.iterator().next();
  }

  /** All codes under which rows of an enterprise may stand: its own and those merged into it. */
  Set<String> codes(String name) {
    String standing = enterprise(name);
    List<Enterprise> all = enterprises.all();
    SeriesDirectory merged = SeriesDirectory.ofEnterprises(all);
    Set<String> codes = new TreeSet<>(Set.of(standing));
    for (Enterprise enterprise : all) {
      if (merged.standing(enterprise.code()).equals(standing)) {
        codes.add(enterprise.code());
      }
    }
    return codes;
  }

  /** Names of all enterprises by code. */
  Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    enterprises.all().forEach(enterprise -> names.put(enterprise.code(), enterprise.name()));
    return names;
  }

  private static HttpProblem unknown(Set<String> codes) {
    return Problems.notFound(
        codes.isEmpty() ? "unknown-enterprise" : "ambiguous-enterprise",
        codes.isEmpty()
            ? "No enterprise has this code, name or alias."
            : "Called so are " + String.join(", ", codes) + ": use the code.");
  }

  /** The name of a series in a path or query; a 400 problem when it is none. */
  static String series(String name) {
    boolean odd = name.codePoints().anyMatch(Named::isNoCharacter);
    if (odd || name.length() > LONGEST_NAME || MatchKey.of(name).isEmpty()) {
      throw Problems.invalidParameter(
          new Fault("series", "invalid", "the name of a series has 1 to 200 characters"));
    }
    return name.strip();
  }

  private static boolean isNoCharacter(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  static @Nullable String optionalMonth(@Nullable String month) {
    if (month != null && !MONTH.matcher(month).matches()) {
      throw Problems.invalidParameter(new Fault("month", "invalid", "month is written as YYYY-MM"));
    }
    return month;
  }

  /** A parameter that is needed; a 400 problem without it. */
  static String required(String parameter, @Nullable String value) {
    if (value == null) {
      throw Problems.invalidParameter(new Fault(parameter, "missing", parameter + " is needed"));
    }
    return value;
  }

  static boolean flag(String name, @Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw Problems.invalidParameter(new Fault(name, "invalid", name + " is true or false"));
  }
}
