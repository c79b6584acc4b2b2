package org.carbonpublicity.disclosure.outlier;

import java.util.Map;

/**
 * A rule that a model breaks.
 *
 * @param evidence the numbers that speak for it, by name with unit
 */
public record Finding(OutlierRule rule, Candidate model, Map<String, Object> evidence) {}
