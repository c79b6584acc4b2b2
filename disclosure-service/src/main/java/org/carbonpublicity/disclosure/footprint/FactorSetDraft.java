package org.carbonpublicity.disclosure.footprint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A factor set as an analyst states it, before it is checked.
 *
 * @param effectiveFrom YYYY-MM-DD
 * @param methodology {@code cpp-lifecycle-1}
 */
public record FactorSetDraft(
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable Boolean illustrative,
    @Nullable String note,
    @Nullable String effectiveFrom,
    @Nullable String methodology,
    @Nullable List<@Nullable FactorDraft> factors) {

  /**
   * The set that this states.
   *
   * @throws InvalidFactorSetException when it breaks rules
   */
  public FactorSet checked(String id) {
    return new FactorSetRules(this).check(id);
  }
}
