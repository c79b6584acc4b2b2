package org.carbonpublicity.assessment.evidence;

/** What is asked for does not fit what is there. */
public final class EvidenceConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private EvidenceConflictException(String code, String message) {
    super(message);
    this.code = code;
  }

  static EvidenceConflictException quota(String message) {
    return new EvidenceConflictException("evidence-quota", message);
  }

  static EvidenceConflictException inUse() {
    return new EvidenceConflictException("evidence-in-use", "an answer refers to the file");
  }

  /** {@code evidence-quota} or {@code evidence-in-use}. */
  public String code() {
    return code;
  }
}
