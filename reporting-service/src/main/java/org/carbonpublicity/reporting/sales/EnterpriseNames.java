package org.carbonpublicity.reporting.sales;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds enterprises by code, name or alias, whatever the spelling. */
public final class EnterpriseNames {

  private final Map<String, Set<String>> byCode = new HashMap<>();
  private final Map<String, Set<String>> byName = new HashMap<>();

  public EnterpriseNames(Collection<Enterprise> enterprises) {
    SeriesDirectory merged = SeriesDirectory.ofEnterprises(enterprises);
    for (Enterprise enterprise : enterprises) {
      String standing = merged.standing(enterprise.code());
      add(byCode, enterprise.code(), standing);
      add(byName, enterprise.name(), standing);
      enterprise.aliases().forEach(alias -> add(byName, alias, standing));
    }
  }

  private static void add(Map<String, Set<String>> names, String name, String code) {
    names.computeIfAbsent(MatchKey.of(name), key -> new TreeSet<>()).add(code);
  }

  /**
   * Codes of the enterprises that are called so: none when nobody is, several when it is not sure
   * which. One that was merged is called by the code of the one that stands for it.
   */
  public Set<String> find(String name) {
    String key = MatchKey.of(name);
    Set<String> found = byCode.get(key);
    return found != null ? found : byName.getOrDefault(key, Set.of());
  }
}
