package org.carbonpublicity.rating.publication.events;

import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.rating.publication.IncomingWithdrawal;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code footprint-withdrawn.v1}. */
record FootprintWithdrawn(
    @Nullable String modelCode,
    @Nullable Integer revision,
    @Nullable Integer publication,
    @Nullable Integer batch,
    @Nullable String mergedInto) {

  static final String TYPE = "footprint-withdrawn.v1";

  /**
   * @throws InvalidEventException when a field is missing or cannot be stored
   */
  IncomingWithdrawal checked() {
    if (modelCode == null || revision == null || publication == null || batch == null) {
      throw new InvalidEventException(
          TYPE + ": modelCode, revision, publication and batch are needed");
    }
    if (revision < 1 || publication < 1 || batch < 1) {
      throw new InvalidEventException(TYPE + ": a number is not positive");
    }
    if (modelCode.indexOf('\0') >= 0 || (mergedInto != null && mergedInto.indexOf('\0') >= 0)) {
      throw new InvalidEventException(TYPE + ": a code contains a NUL character");
    }
    return new IncomingWithdrawal(publication, batch, revision, modelCode, mergedInto);
  }
}
