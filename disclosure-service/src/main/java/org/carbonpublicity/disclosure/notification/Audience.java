package org.carbonpublicity.disclosure.notification;

import org.jspecify.annotations.Nullable;

/**
 * Whom a fact about a batch concerns.
 *
 * @param batch enterprises with models in it
 * @param enterprise the only one of them; null for all
 * @param recalculatedOnly only those with models that were calculated anew at its end
 */
public record Audience(int batch, @Nullable String enterprise, boolean recalculatedOnly) {

  static Audience of(int batch) {
    return new Audience(batch, null, false);
  }

  Audience only(String one) {
    return new Audience(batch, one, recalculatedOnly);
  }

  Audience recalculated() {
    return new Audience(batch, enterprise, true);
  }
}
