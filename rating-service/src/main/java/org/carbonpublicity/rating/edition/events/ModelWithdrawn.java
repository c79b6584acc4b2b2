package org.carbonpublicity.rating.edition.events;

import org.carbonpublicity.rating.edition.persistence.WithdrawnModels.WithdrawnModel;
import org.jspecify.annotations.Nullable;

/** Payload of {@code model-withdrawn.v1}. */
record ModelWithdrawn(
    int edition,
    String modelCode,
    int batch,
    int footprintRevision,
    @Nullable String mergedInto,
    @Nullable Integer previousClass) {

  static final String TYPE = "model-withdrawn.v1";

  static ModelWithdrawn of(int edition, WithdrawnModel model) {
    return new ModelWithdrawn(
        edition,
        model.modelCode(),
        model.batch(),
        model.footprintRevision(),
        model.mergedInto(),
        model.previousClass());
  }
}
