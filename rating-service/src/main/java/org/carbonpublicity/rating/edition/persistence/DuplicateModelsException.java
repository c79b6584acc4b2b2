package org.carbonpublicity.rating.edition.persistence;

import org.jspecify.annotations.Nullable;

/** A publication holds a model more than once, which the fast computation does not expect. */
public final class DuplicateModelsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DuplicateModelsException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
