package org.carbonpublicity.disclosure.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number of a vehicle may be, both ends included; wide enough for every passenger car. Where
 * units are mistaken for the right one, it also knows what is usual, and the mistaken units.
 */
public enum Range {
  /** kg. */
  CURB_MASS(
      "300",
      "6000",
      3,
      usual("500", "3500"),
      unit("t", "1000"),
      unit("g", "0.001"),
      unit("lb", "0.45359237")),
  /** Litres per 100 km. */
  FUEL(
      "0.1",
      "60",
      6,
      usual("0.3", "20"),
      unit("mL/km", "0.1"),
      unit("L/km", "100"),
      // 3.785411784 L a gallon, 1.609344 km a mile.
      unit("US gal/100 mi", "2.352145833")),
  /** kWh per 100 km. */
  ELECTRICITY(
      "1",
      "100",
      6,
      usual("5", "40"),
      unit("Wh/km", "0.1"),
      unit("kWh/km", "100"),
      unit("MJ/100 km", "0.2777777778")),
  /** kWh. */
  BATTERY(
      "0.1",
      "400",
      6,
      usual("0.5", "200"),
      unit("Wh", "0.001"),
      unit("MWh", "1000"),
      unit("MJ", "0.2777777778")),
  /** CNY. */
  PRICE("1000", "1000000000", 2, usual("1000", "1000000000")),
  /** gCO2e/km. */
  FOOTPRINT("1", "5000", 12, usual("1", "5000"));

  private final BigDecimal least;
  private final BigDecimal most;
  private final int decimals;
  private final Band usual;
  private final List<Unit> mistaken;

  Range(String least, String most, int decimals, Band usual, Unit... mistaken) {
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
    this.decimals = decimals;
    this.usual = usual;
    this.mistaken = List.of(mistaken);
  }

  /** Both ends included. */
  public record Band(BigDecimal least, BigDecimal most) {
    boolean holds(BigDecimal value) {
      return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
  }

  /**
   * @param factor what one of it is in the right unit
   */
  private record Unit(String name, BigDecimal factor) {}

  /**
   * A number that is only usual when it was given in another unit.
   *
   * @param value in the right unit, if so
   */
  public record Slip(String unit, BigDecimal value) {}

  private static Band usual(String least, String most) {
    return new Band(new BigDecimal(least), new BigDecimal(most));
  }

  private static Unit unit(String name, String factor) {
    return new Unit(name, new BigDecimal(factor));
  }

  public boolean holds(BigDecimal value) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  /** What passenger cars usually have. */
  public Band usual() {
    return usual;
  }

  /** The first mistaken unit that explains an unusual number; null when none does. */
  public @Nullable Slip slip(BigDecimal given) {
    if (usual.holds(given)) {
      return null;
    }
    for (Unit unit : mistaken) {
      BigDecimal value = given.multiply(unit.factor());
      if (usual.holds(value)) {
        return new Slip(unit.name(), value);
      }
    }
    return null;
  }

  /** Decimals that a value has at most. */
  public int decimals() {
    return decimals;
  }

  @Override
  public String toString() {
    return least.toPlainString() + " to " + most.toPlainString();
  }
}
