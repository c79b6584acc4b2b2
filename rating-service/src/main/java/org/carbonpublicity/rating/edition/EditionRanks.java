package org.carbonpublicity.rating.edition;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.rating.scheme.Category;
import org.jspecify.annotations.Nullable;

/**
 * The footprints of an edition's models on sale, sorted per category: 8 bytes a model, so that a
 * million of them need 8 MB. A footprint is held exactly, in units of 10⁻¹² g/km; a category with
 * one that needs more decimals than these, or more digits than a long has, is not held at all.
 */
public final class EditionRanks {

  private static final int DECIMALS = 12;

  private final Map<Category, long[]> sorted;

  private EditionRanks(Map<Category, long[]> sorted) {
    this.sorted = sorted;
  }

  /** Where a footprint stands in a category; null when the category is not held. */
  public @Nullable Place place(Category category, BigDecimal footprintGramsPerKm) {
    long[] footprints = sorted.get(category);
    Long key = key(footprintGramsPerKm);
    if (footprints == null || key == null) {
      return null;
    }
    int lower = firstNotBelow(footprints, key);
    return new Place(lower, firstNotBelow(footprints, key + 1), footprints.length);
  }

  /** In units; null when it is not a whole number of them that a long holds. */
  private static @Nullable Long key(BigDecimal footprintGramsPerKm) {
    try {
      long key = footprintGramsPerKm.movePointRight(DECIMALS).longValueExact();
      return key == Long.MAX_VALUE ? null : key;
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static int firstNotBelow(long[] footprints, long key) {
    int from = 0;
    int to = footprints.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (footprints[middle] < key) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Takes footprints in any order. */
  public static final class Builder {

    private static final class Footprints {
      private long[] values = new long[64];
      private int size;
      private boolean inexact;

      void add(@Nullable Long key) {
        if (key == null) {
          inexact = true;
          return;
        }
        if (size == values.length) {
          values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = key;
      }

      long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
      }
    }

    private final Map<Category, Footprints> categories = new HashMap<>();

    /** Adds a model on sale. */
    public void add(Category category, BigDecimal footprintGramsPerKm) {
      categories.computeIfAbsent(category, first -> new Footprints()).add(key(footprintGramsPerKm));
    }

    public EditionRanks build() {
      Map<Category, long[]> sorted = new HashMap<>();
      categories.forEach(
          (category, footprints) -> {
            if (!footprints.inexact) {
              sorted.put(category, footprints.sorted());
            }
          });
      return new EditionRanks(sorted);
    }
  }
}
