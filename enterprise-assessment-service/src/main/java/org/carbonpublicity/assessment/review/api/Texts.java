package org.carbonpublicity.assessment.review.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.http.Ids;
import org.jspecify.annotations.Nullable;

/** Reads fields of requests to reviews and appeals, collecting what is wrong with them. */
final class Texts {

  static final int LONGEST_NAME = 200;
  static final int MOST_EVIDENCE = 50;

  private Texts() {}

  /** The entries of a list; empty, and a fault, when there is none or one of them is null. */
  static <T> List<T> entries(FieldFaults faults, String field, @Nullable List<@Nullable T> given) {
    List<T> entries = new ArrayList<>();
    if (given == null || given.isEmpty()) {
      faults.add(field, "missing", field + " is needed");
      return entries;
    }
    for (int i = 0; i < given.size(); i++) {
      T entry = given.get(i);
      if (entry == null) {
        faults.add(field + "[" + i + "]", "missing", "an entry is null");
      } else {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The constant of a name; {@code otherwise}, and a fault, when there is none. */
  static <E extends Enum<E>> E constant(
      FieldFaults faults, String field, @Nullable String name, E otherwise) {
    E[] known = otherwise.getDeclaringClass().getEnumConstants();
    Optional<E> found = Arrays.stream(known).filter(one -> one.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      faults.add(
          field, name == null ? "missing" : "unknown", "known are " + Arrays.toString(known));
    }
    return found.orElse(otherwise);
  }

  /** Ids of evidence files; none when absent. */
  static List<UUID> evidence(
      FieldFaults faults, String field, @Nullable List<@Nullable String> given) {
    List<UUID> ids = new ArrayList<>();
    if (given == null) {
      return ids;
    }
    if (given.size() > MOST_EVIDENCE) {
      faults.add(field, "too-many", "at most " + MOST_EVIDENCE + " files");
      return ids;
    }
    for (int i = 0; i < given.size(); i++) {
      String text = given.get(i);
      Optional<UUID> id = text == null ? Optional.empty() : Ids.parse(text);
      if (id.isEmpty()) {
        faults.add(field + "[" + i + "]", "invalid", "evidence is named by its id");
      }
      id.ifPresent(ids::add);
    }
    return ids;
  }

  /** Subjects of assessors; none when absent. */
  static List<String> assessors(FieldFaults faults, @Nullable List<@Nullable String> given) {
    List<String> names = new ArrayList<>();
    if (given != null) {
      for (int i = 0; i < given.size() && i < LONGEST_NAME; i++) {
        names.add(faults.text("assessors[" + i + "]", given.get(i), LONGEST_NAME));
      }
    }
    return names;
  }
}
