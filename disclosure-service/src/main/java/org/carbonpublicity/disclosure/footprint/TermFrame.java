package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the terms of many footprints have in common: everything but the amounts. A million vehicles
 * of one factor set share a few dozen frames, so that each keeps its amounts only; the terms made
 * of both are, digit by digit, those that were calculated.
 *
 * @param lifetimeKm that grams per km were divided by
 */
public record TermFrame(BigDecimal lifetimeKm, List<Place> places) {

  private static final char SEPARATOR = '|';

  public TermFrame {
    places = List.copyOf(places);
  }

  /**
   * A term without its amount.
   *
   * @param factor kgCO2e per unit
   * @param source names of the factors that went in
   */
  public record Place(
      Term.Cycle cycle, String name, String unit, BigDecimal factor, String source) {

    private static Place of(Term term) {
      return new Place(term.cycle(), term.name(), term.unit(), term.factor(), term.source());
    }

    private boolean holds(Term term) {
      return name.equals(term.name())
          && factor.compareTo(term.factor()) == 0
          && cycle == term.cycle()
          && unit.equals(term.unit())
          && source.equals(term.source());
    }
  }

  /** The frame of these terms. */
  public static TermFrame of(List<Term> terms, BigDecimal lifetimeKm) {
    return new TermFrame(lifetimeKm, terms.stream().map(Place::of).toList());
  }

  /** Whether the terms differ from others of this frame by their amounts only. */
  public boolean holds(List<Term> terms) {
    if (terms.size() != places.size()) {
      return false;
    }
    // The last ones tell powertrains apart.
    for (int i = terms.size() - 1; i >= 0; i--) {
      if (!places.get(i).holds(terms.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The amounts of terms, in their order. */
  public static String amounts(List<Term> terms) {
    StringBuilder text = new StringBuilder(256);
    for (Term term : terms) {
      if (!text.isEmpty()) {
        text.append(SEPARATOR);
      }
      BigDecimal amount = term.amount();
      // The text of a number is kept with it, and most amounts are the same for every vehicle.
      String written = amount.toString();
      text.append(written.indexOf('E') < 0 ? written : amount.toPlainString());
    }
    return text.toString();
  }

  /** The terms with these amounts. */
  public List<Term> terms(String amounts) {
    List<Term> terms = new ArrayList<>(places.size());
    int from = 0;
    for (Place place : places) {
      int end = amounts.indexOf(SEPARATOR, from);
      BigDecimal amount = new BigDecimal(amounts.substring(from, end < 0 ? amounts.length() : end));
      from = end + 1;
      terms.add(
          new Term(
              place.cycle(),
              place.name(),
              amount,
              place.unit(),
              place.factor(),
              TermList.gramsPerKm(amount, place.factor(), lifetimeKm),
              place.source()));
    }
    return terms;
  }
}
