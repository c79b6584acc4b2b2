package org.carbonpublicity.rating.label;

/** There is no such label. */
public final class UnknownLabelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownLabelException(String reference) {
    super("there is no label " + reference);
  }
}
