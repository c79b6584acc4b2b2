package org.carbonpublicity.rating.scheme;

import org.jspecify.annotations.Nullable;

/** What a writer expects to find before a scheme is changed. */
@FunctionalInterface
public interface SchemePrecondition {

  /** Whether the scheme as it is (null: there is none) is what the writer expects. */
  boolean holds(@Nullable KeptScheme present);
}
