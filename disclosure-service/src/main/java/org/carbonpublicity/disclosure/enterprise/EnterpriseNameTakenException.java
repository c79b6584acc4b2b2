package org.carbonpublicity.disclosure.enterprise;

/** A code, name or alias belongs to another enterprise. */
public final class EnterpriseNameTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String spelling;

  public EnterpriseNameTakenException(String spelling, String holder) {
    super(spelling + " is a name of enterprise " + holder);
    this.spelling = spelling;
  }

  public String spelling() {
    return spelling;
  }
}
