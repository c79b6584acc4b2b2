package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A factor set as an analyst states it, before it is checked.
 *
 * @param effectiveFrom YYYY-MM-DD
 * @param methodology {@code cpp-lifecycle-1}
 */
@Schema(name = "FactorSetDraft")
public record FactorSetDraft(
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable Boolean illustrative,
    @Nullable String note,
    @Nullable String effectiveFrom,
    @Nullable String methodology,
    @Nullable List<@Nullable Line> factors) {

  /**
   * One factor as stated.
   *
   * @param value not negative, at most 12 digits before and behind the point
   * @param effectiveFrom YYYY-MM-DD, not after that of the set
   */
  @Schema(name = "FactorDraft")
  public record Line(
      @Nullable String name,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable String source,
      @Nullable String effectiveFrom) {}

  /**
   * The set that this states.
   *
   * @throws InvalidFactorSetException when it breaks rules
   */
  public FactorSet checked(String id) {
    return new FactorSetRules(this).check(id);
  }
}
