package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.disclosure.footprint.Attribution.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells where each gram between two footprints of a model comes from, by substituting one change
 * after another and taking what the formula says before and after: first the factors by name, under
 * the old inputs, then the inputs under the new factors, in the order powertrain, curb mass,
 * battery capacity, battery chemistry, fuel, electricity. The steps telescope, so that the
 * attributions make the difference to the last digit; another order would share out products of
 * changes otherwise.
 *
 * <p>Shares of one whole change together. What the formula does not explain of a stored number (a
 * footprint accounted elsewhere, or by a methodology that this service does not know) is a change
 * of method.
 */
public final class DifferenceCalculation {

  private final List<Attribution> attributions = new ArrayList<>();
  private BigDecimal method = BigDecimal.ZERO;

  private DifferenceCalculation() {}

  /**
   * A stored footprint.
   *
   * @param inputs null when they are not complete
   * @param factorSet null when the footprint was not calculated here
   */
  public record Side(
      BigDecimal gramsPerKm,
      String method,
      @Nullable VehicleSpecification inputs,
      @Nullable FactorSet factorSet) {}

  /** The attributions of {@code to − from}; changes without effect are told of inputs only. */
  public static List<Attribution> between(Side from, Side to) {
    return new DifferenceCalculation().attribute(from, to);
  }

  private List<Attribution> attribute(Side from, Side to) {
    VehicleSpecification before = from.inputs();
    VehicleSpecification after = to.inputs();
    // A side that was not calculated here is compared by the formula of the other one.
    FactorSet first = from.factorSet() == null ? to.factorSet() : from.factorSet();
    FactorSet last = to.factorSet() == null ? from.factorSet() : to.factorSet();
    if (before == null || after == null || first == null || last == null) {
      method = to.gramsPerKm().subtract(from.gramsPerKm());
    } else {
      BigDecimal start = new FootprintCalculation(first).formula(before);
      method = start.subtract(from.gramsPerKm());
      BigDecimal between = substituteFactors(start, first, last, before);
      BigDecimal end = substituteInputs(between, new FootprintCalculation(last), before, after);
      method = method.add(to.gramsPerKm().subtract(end));
    }
    if (method.signum() != 0) {
      attributions.add(
          0, new Attribution(Kind.METHOD, "calculation", from.method(), to.method(), null, method));
    }
    return attributions;
  }

  private BigDecimal substituteInputs(
      BigDecimal start,
      FootprintCalculation calculation,
      VehicleSpecification before,
      VehicleSpecification after) {
    BigDecimal grams = start;
    VehicleSpecification vehicle = before;
    for (Input input : Input.values()) {
      String old = input.text(before);
      String present = input.text(after);
      if (!input.same(before, after)) {
        vehicle = input.substitute(vehicle, after);
        BigDecimal changed = calculation.formula(vehicle);
        attributions.add(
            new Attribution(
                Kind.INPUT, input.key(), old, present, input.unit(), changed.subtract(grams)));
        grams = changed;
      }
    }
    return grams;
  }

  private BigDecimal substituteFactors(
      BigDecimal start, FactorSet before, FactorSet after, VehicleSpecification vehicle) {
    Map<String, Map<String, Factor>> present = grouped(before);
    Map<String, Map<String, Factor>> wanted = grouped(after);
    // A material that only the new shares need must be there before they are.
    wanted.forEach(present::putIfAbsent);
    BigDecimal grams = start;
    for (Map.Entry<String, Map<String, Factor>> group : present.entrySet()) {
      Map<String, Factor> old = group.getValue();
      Map<String, Factor> next = wanted.getOrDefault(group.getKey(), old);
      if (sameValues(old, next)) {
        continue;
      }
      group.setValue(next);
      List<Factor> factors = new ArrayList<>();
      present.values().forEach(members -> factors.addAll(members.values()));
      BigDecimal changed = new FootprintCalculation(before.withFactors(factors)).formula(vehicle);
      BigDecimal share = changed.subtract(grams);
      if (share.signum() != 0) {
        attributions.add(
            new Attribution(Kind.FACTOR, group.getKey(), text(old), text(next), unit(next), share));
      }
      grams = changed;
    }
    return grams;
  }

  /** Factors by name; shares of one whole go together, every other factor stands for itself. */
  private static Map<String, Map<String, Factor>> grouped(FactorSet set) {
    Map<String, Map<String, Factor>> groups = new TreeMap<>();
    for (Factor factor : set.factors()) {
      String name = factor.name();
      String group = shared(name) ? name.substring(0, name.lastIndexOf('.')) : name;
      groups.computeIfAbsent(group, key -> new TreeMap<>()).put(name, factor);
    }
    return groups;
  }

  private static boolean shared(String name) {
    return FactorCatalogue.shares().keySet().stream().anyMatch(name::startsWith);
  }

  private static boolean sameValues(Map<String, Factor> old, Map<String, Factor> next) {
    return old.keySet().equals(next.keySet())
        && next.values().stream()
            .allMatch(
                factor -> {
                  Factor before = old.get(factor.name());
                  return before != null && before.value().compareTo(factor.value()) == 0;
                });
  }

  private static String text(Map<String, Factor> factors) {
    if (factors.size() == 1) {
      return factors.values().iterator().next().value().toPlainString();
    }
    List<String> parts = new ArrayList<>();
    factors.forEach(
        (name, factor) ->
            parts.add(
                name.substring(name.lastIndexOf('.') + 1) + " " + factor.value().toPlainString()));
    return String.join(", ", parts);
  }

  private static @Nullable String unit(Map<String, Factor> factors) {
    return factors.values().stream().map(Factor::unit).findFirst().orElse(null);
  }
}
