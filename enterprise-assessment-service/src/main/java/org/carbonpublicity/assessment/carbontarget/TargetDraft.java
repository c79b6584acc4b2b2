package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as an enterprise proposes it.
 *
 * @param ambition of an absolute contraction; a pathway brings its own
 * @param checkpointYears null for every year that is still to be reported
 */
public record TargetDraft(
    Baseline baseline,
    int targetYear,
    TargetModel model,
    @Nullable Ambition ambition,
    @Nullable BigDecimal annualReductionPercent,
    @Nullable String pathway,
    List<ActivityPoint> activity,
    @Nullable BigDecimal targetValue,
    @Nullable List<Integer> checkpointYears) {}
