package org.carbonpublicity.reporting.edition.events;

import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.reporting.edition.persistence.WithdrawnModelRepository.WithdrawnModel;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code model-withdrawn.v1}. */
record ModelWithdrawn(
    @Nullable Integer edition, @Nullable String modelCode, @Nullable String mergedInto) {

  static final String TYPE = "model-withdrawn.v1";

  /**
   * @throws InvalidEventException when a field is missing or cannot be stored
   */
  WithdrawnModel checked() {
    if (edition == null || edition < 1 || modelCode == null) {
      throw new InvalidEventException(TYPE + ": edition and modelCode are needed");
    }
    if (modelCode.indexOf('\0') >= 0 || (mergedInto != null && mergedInto.indexOf('\0') >= 0)) {
      throw new InvalidEventException(TYPE + ": a code contains a NUL character");
    }
    return new WithdrawnModel(edition, modelCode, mergedInto);
  }
}
