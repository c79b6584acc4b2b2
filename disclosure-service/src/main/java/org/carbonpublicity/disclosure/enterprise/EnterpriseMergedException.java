package org.carbonpublicity.disclosure.enterprise;

/** An enterprise was merged into another one, and no longer changes. */
public final class EnterpriseMergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EnterpriseMergedException(String code, String into) {
    super("enterprise " + code + " was merged into " + into + "; change that one");
  }
}
