package org.carbonpublicity.disclosure.brand;

/** A name or alias stands for another brand. */
public final class BrandNameTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrandNameTakenException(String spelling, String holder) {
    super("\"" + spelling + "\" is a name of brand " + holder);
  }
}
