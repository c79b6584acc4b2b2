package org.carbonpublicity.assessment.conflict;

/** An enterprise that is not known here (yet). */
public class UnknownEnterpriseException extends RuntimeException {

  UnknownEnterpriseException(String code) {
    super("there is no enterprise " + code);
  }
}
