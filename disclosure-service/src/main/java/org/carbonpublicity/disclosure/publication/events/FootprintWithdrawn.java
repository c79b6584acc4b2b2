package org.carbonpublicity.disclosure.publication.events;

import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code footprint-withdrawn.v1}.
 *
 * @param revision the one that withdraws the model
 * @param mergedInto code of the model that stands for it; null when none does
 */
record FootprintWithdrawn(
    String modelCode,
    int revision,
    int publication,
    int batch,
    String enterprise,
    String reason,
    @Nullable String mergedInto) {

  static final String TYPE = "footprint-withdrawn.v1";
}
