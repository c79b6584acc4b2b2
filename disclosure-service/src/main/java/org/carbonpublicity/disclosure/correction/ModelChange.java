package org.carbonpublicity.disclosure.correction;

import org.jspecify.annotations.Nullable;

/**
 * A change of a published model that leaves its footprint as it is.
 *
 * @param row where the request states it, to be named with faults
 * @param modelCode null when the row has none, which is a fault already told
 * @param onSale the new state; null to keep it
 * @param modelName the new name; null to keep it
 * @param withdrawn true when the model shall not be published any more
 * @param mergedInto code of the model that stands for a withdrawn one; null when none does
 */
public record ModelChange(
    long row,
    @Nullable String modelCode,
    @Nullable Boolean onSale,
    @Nullable String modelName,
    boolean withdrawn,
    @Nullable String mergedInto) {

  public static ModelChange withdrawal(long row, String modelCode) {
    return new ModelChange(row, modelCode, null, null, true, null);
  }

  public static ModelChange merger(long row, String duplicate, String kept) {
    return new ModelChange(row, duplicate, null, null, true, kept);
  }

  public static ModelChange renaming(long row, String modelCode, String modelName) {
    return new ModelChange(row, modelCode, null, modelName, false, null);
  }

  public static ModelChange onSale(long row, @Nullable String modelCode, boolean onSale) {
    return new ModelChange(row, modelCode, onSale, null, false, null);
  }
}
