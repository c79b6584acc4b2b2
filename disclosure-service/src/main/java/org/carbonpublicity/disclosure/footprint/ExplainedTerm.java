package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.carbonpublicity.disclosure.footprint.StatedInput.Quality;
import org.jspecify.annotations.Nullable;

/**
 * A term of a footprint with the share it has in it, and the factors behind it.
 *
 * @param amount over the lifetime, in {@code unit}
 * @param factor in {@code factorUnit}
 * @param sharePercent of the footprint, 1 decimal, half up
 * @param source names of the factors
 * @param quality {@code DEFAULT} when it rests on the factor set in place of the vehicle
 * @param factors with unit, source and effective date; empty when the set is not known any more
 */
public record ExplainedTerm(
    Term.Cycle cycle,
    String name,
    BigDecimal amount,
    String unit,
    BigDecimal factor,
    String factorUnit,
    BigDecimal gramsPerKm,
    @Nullable BigDecimal sharePercent,
    String source,
    Quality quality,
    List<Factor> factors) {

  public ExplainedTerm {
    factors = List.copyOf(factors);
  }

  static List<ExplainedTerm> of(
      List<Term> terms, List<StatedInput> inputs, @Nullable FactorSet set) {
    BigDecimal total =
        terms.stream().map(Term::gramsPerKm).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean batteryStated =
        inputs.stream()
            .filter(input -> input.name().startsWith("battery"))
            .allMatch(input -> input.quality() == Quality.MEASURED);
    List<ExplainedTerm> explained = new ArrayList<>();
    for (Term term : terms) {
      String name = name(term);
      explained.add(
          new ExplainedTerm(
              term.cycle(),
              name,
              term.amount(),
              term.unit(),
              term.factor(),
              "kgCO2e/" + term.unit(),
              term.gramsPerKm(),
              DataQuality.percent(term.gramsPerKm(), total),
              term.source(),
              quality(term, name, batteryStated),
              set == null ? List.of() : factors(term.source(), set)));
    }
    return explained;
  }

  /** Terms that were stored before their names became keys have blanks and capitals in them. */
  private static String name(Term term) {
    return term.name()
        .replace(' ', '-')
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  private static Quality quality(Term term, String name, boolean batteryStated) {
    boolean stated =
        term.cycle() == Term.Cycle.FUEL
            || name.startsWith("body-")
            || (name.equals("traction-battery") && batteryStated);
    return stated ? Quality.MEASURED : Quality.DEFAULT;
  }

  /** The factors that a source names: one by its name, shares by their prefix with materials. */
  private static List<Factor> factors(String source, FactorSet set) {
    Set<String> materials = new LinkedHashSet<>();
    Set<Factor> found = new LinkedHashSet<>();
    for (String part : source.split(", ")) {
      if (part.equals("material")) {
        materials.forEach(material -> add(found, set, material::equals));
      } else {
        add(found, set, part::equals);
        for (Factor factor : set.factors()) {
          if (factor.name().startsWith(part + ".") && part.endsWith("Share")) {
            found.add(factor);
            materials.add(FactorCatalogue.MATERIAL + factor.name().substring(part.length() + 1));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static void add(Set<Factor> found, FactorSet set, Predicate<String> name) {
    set.factors().stream().filter(factor -> name.test(factor.name())).forEach(found::add);
  }
}
