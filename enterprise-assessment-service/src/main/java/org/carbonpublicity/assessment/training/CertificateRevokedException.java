package org.carbonpublicity.assessment.training;

/** The certificate was revoked before. */
public final class CertificateRevokedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CertificateRevokedException(String number) {
    super("certificate " + number + " was revoked before");
  }
}
