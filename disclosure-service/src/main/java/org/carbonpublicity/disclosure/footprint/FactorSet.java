package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A versioned set of factors. Once in force it is immutable: whoever wants other numbers makes
 * another set.
 *
 * @param illustrative true when the numbers are nobody's official ones
 * @param methodology the way of calculating that these factors were made for
 */
public record FactorSet(
    String id,
    String title,
    String titleZh,
    boolean illustrative,
    String note,
    LocalDate effectiveFrom,
    String methodology,
    List<Factor> factors) {

  public FactorSet {
    factors = List.copyOf(factors);
  }

  /**
   * The same set with another value in the place of the factor of that name, or behind the others.
   */
  public FactorSet with(Factor factor) {
    Map<String, Factor> changed = new LinkedHashMap<>();
    factors.forEach(present -> changed.put(present.name(), present));
    changed.put(factor.name(), factor);
    return withFactors(List.copyOf(changed.values()));
  }

  FactorSet withFactors(List<Factor> others) {
    return new FactorSet(
        id, title, titleZh, illustrative, note, effectiveFrom, methodology, others);
  }

  /** Equal in all that is stated; {@code 1.0} is the value {@code 1}. */
  boolean sameAs(FactorSet other) {
    return plain().equals(other.plain());
  }

  private FactorSet plain() {
    return withFactors(
        factors.stream()
            .map(
                factor ->
                    new Factor(
                        factor.name(),
                        factor.value().stripTrailingZeros(),
                        factor.unit(),
                        factor.source(),
                        factor.effectiveFrom()))
            .toList());
  }

  /** Finds factors by name; made once per set, since a calculation asks often. */
  static final class Index {

    private final Map<String, Factor> byName = new LinkedHashMap<>();
    private final Map<String, List<Factor>> byPrefix = new LinkedHashMap<>();

    Index(FactorSet set) {
      for (Factor factor : set.factors()) {
        if (byName.put(factor.name(), factor) != null) {
          throw new IllegalArgumentException("factor " + factor.name() + " stands twice");
        }
        int dot = factor.name().lastIndexOf('.');
        byPrefix
            .computeIfAbsent(factor.name().substring(0, dot + 1), prefix -> new ArrayList<>())
            .add(factor);
      }
    }

    /**
     * The factor of that name.
     *
     * @throws IllegalArgumentException when the set lacks it
     */
    Factor get(String name) {
      Factor factor = byName.get(name);
      if (factor == null) {
        throw new IllegalArgumentException("the factor set lacks " + name);
      }
      return factor;
    }

    BigDecimal value(String name) {
      return get(name).value();
    }

    /**
     * All factors {@code <prefix><last part>}, in the order of the set.
     *
     * @throws IllegalArgumentException when the set has none
     */
    List<Factor> under(String prefix) {
      List<Factor> found = byPrefix.get(prefix);
      if (found == null) {
        throw new IllegalArgumentException("the factor set lacks " + prefix + "*");
      }
      return found;
    }
  }
}
