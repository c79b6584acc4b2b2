package org.carbonpublicity.assessment.carbontarget;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which targets are asked for.
 *
 * @param enterprise null for all
 * @param expert subject of an expert, who also sees the targets before their panels; null for none
 * @param visibleOf codes of enterprises of which unpublished ones are shown; null for all
 */
public record TargetFilter(
    @Nullable String enterprise,
    @Nullable TargetState state,
    @Nullable TargetScope scope,
    @Nullable String expert,
    @Nullable Set<String> visibleOf) {}
