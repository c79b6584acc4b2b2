package org.carbonpublicity.assessment.evidence;

/** No enterprise of that code has been heard of. */
public final class UnknownEnterpriseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownEnterpriseException(String code) {
    super("there is no enterprise " + code);
  }
}
