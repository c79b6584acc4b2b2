package org.carbonpublicity.assessment.evidence;

/** The scanner found something in a file. */
public final class InfectedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InfectedFileException(String finding) {
    super(finding);
  }
}
