package org.carbonpublicity.assessment.carbontarget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies inside a target.
 *
 * @param emissionScopes of the GHG Protocol, 1 to 3, of an organization; empty for a product
 * @param functionalUnit what a product's footprint is per, e.g. "vehicle-km"
 */
public record Boundary(
    String description, List<Integer> emissionScopes, @Nullable String functionalUnit) {}
