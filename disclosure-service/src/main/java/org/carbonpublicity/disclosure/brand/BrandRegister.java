package org.carbonpublicity.disclosure.brand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.disclosure.enterprise.MatchKey;

/** All brands at one moment, found by what files call them; of one thread. */
public final class BrandRegister {

  /** Spellings remembered; a file may have any number. */
  private static final int MOST_SPELLINGS = 20_000;

  private final Map<String, Brand> byKey = new HashMap<>();
  private final Map<String, Optional<Brand>> bySpelling = new HashMap<>();

  public BrandRegister(List<Brand> brands) {
    for (Brand brand : brands) {
      byKey.put(MatchKey.of(brand.name()), brand);
      brand.aliases().forEach(alias -> byKey.put(MatchKey.of(alias), brand));
    }
  }

  /** The brand of a spelling. */
  public Optional<Brand> named(String spelling) {
    if (byKey.isEmpty()) {
      return Optional.empty();
    }
    if (bySpelling.size() > MOST_SPELLINGS) {
      bySpelling.clear();
    }
    return bySpelling.computeIfAbsent(
        spelling, text -> Optional.ofNullable(byKey.get(MatchKey.of(text))));
  }
}
