package org.carbonpublicity.disclosure.footprint.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Factor;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.FactorSetState;
import org.carbonpublicity.disclosure.footprint.KeptFactorSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A factor set with its standing. */
@Schema(name = "FactorSet")
record FactorSetResponse(
    String id,
    String title,
    String titleZh,
    boolean illustrative,
    String note,
    FactorSetState state,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    @Nullable Instant activatedAt,
    @Nullable Instant retiredAt,
    @Nullable String replacedBy,
    String methodology,
    List<Factor> factors) {

  static FactorSetResponse of(KeptFactorSet kept) {
    FactorSet set = kept.set();
    return new FactorSetResponse(
        set.id(),
        set.title(),
        set.titleZh(),
        set.illustrative(),
        set.note(),
        kept.state(),
        set.effectiveFrom(),
        kept.effectiveUntil(),
        kept.activatedAt(),
        kept.retiredAt(),
        kept.replacedBy(),
        set.methodology(),
        set.factors());
  }
}
