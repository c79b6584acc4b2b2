package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Inventory.Part;
import org.carbonpublicity.disclosure.footprint.Term.Cycle;

/** The terms of one footprint as they are found, each brought to grams per km. */
final class TermList {

  private static final int DECIMALS = 12;
  private static final BigDecimal GRAMS = new BigDecimal(1_000);

  private final FactorSet.Index factors;
  private final BigDecimal lifetimeKm;
  private final List<Term> terms = new ArrayList<>(32);

  TermList(FactorSet.Index factors, BigDecimal lifetimeKm) {
    this.factors = factors;
    this.lifetimeKm = lifetimeKm;
  }

  /** A term of the vehicle cycle by one factor of the set. */
  void vehicle(String name, BigDecimal amount, String unit, String factor) {
    add(Cycle.VEHICLE, name, amount, unit, factors.value(factor), factor);
  }

  /** So many kilograms of a part, for the vehicle cycle. */
  void vehicle(String name, BigDecimal kg, Part part, String source) {
    add(Cycle.VEHICLE, name, kg, "kg", part.factor(), source);
  }

  /** Terms that were calculated before, by the same factors. */
  void addAll(List<Term> calculated) {
    terms.addAll(calculated);
  }

  /** A term of the fuel cycle by one factor of the set. */
  void fuel(String name, BigDecimal amount, String unit, String factor) {
    add(Cycle.FUEL, name, amount, unit, factors.value(factor), factor);
  }

  List<Term> terms() {
    return terms;
  }

  BigDecimal gramsPerKm() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Term term : terms) {
      sum = sum.add(term.gramsPerKm());
    }
    return sum;
  }

  private void add(
      Cycle cycle, String name, BigDecimal amount, String unit, BigDecimal factor, String source) {
    terms.add(
        new Term(
            cycle,
            name,
            plain(amount),
            unit,
            plain(factor),
            gramsPerKm(amount, factor, lifetimeKm),
            source));
  }

  /** What an amount of something emits, in gCO2e/km. */
  static BigDecimal gramsPerKm(BigDecimal amount, BigDecimal factor, BigDecimal lifetimeKm) {
    return amount
        .multiply(factor)
        .multiply(GRAMS)
        .divide(lifetimeKm, DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
