package org.carbonpublicity.rating.comparison;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.carbonpublicity.rating.scheme.Category;
import org.jspecify.annotations.Nullable;

/**
 * A model in two editions.
 *
 * @param before null when the earlier edition does not have it
 * @param after null when the later edition does not have it
 */
public record ComparedModel(
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    @Nullable State before,
    @Nullable State after) {

  /** What rates it. Footprints are in gCO2e/km. */
  public record State(
      Standing standing,
      Category category,
      @Nullable BigDecimal curbMassKg,
      BigDecimal footprintGramsPerKm,
      boolean onSale) {}

  /** What it says of itself and did not say before; empty unless it is in both editions. */
  public Set<OwnChange> ownChanges() {
    EnumSet<OwnChange> changes = EnumSet.noneOf(OwnChange.class);
    if (before == null || after == null) {
      return changes;
    }
    if (before.footprintGramsPerKm().compareTo(after.footprintGramsPerKm()) != 0) {
      changes.add(OwnChange.FOOTPRINT);
    }
    if (!same(before.curbMassKg(), after.curbMassKg())) {
      changes.add(OwnChange.CURB_MASS);
    }
    if (!before.category().equals(after.category())) {
      changes.add(OwnChange.CATEGORY);
    }
    if (before.onSale() != after.onSale()) {
      changes.add(OwnChange.SALE_STATE);
    }
    return Collections.unmodifiableSet(changes);
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }
}
