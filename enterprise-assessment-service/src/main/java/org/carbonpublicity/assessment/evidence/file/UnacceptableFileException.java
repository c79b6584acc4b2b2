package org.carbonpublicity.assessment.evidence.file;

/** A file is not what may be kept as evidence. */
public final class UnacceptableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, kebab case: {@code empty}, {@code unsupported-type}, {@code type-mismatch},
   *     {@code damaged}, {@code trailing-data}, {@code polyglot}, {@code active-content}, {@code
   *     macros}, {@code encrypted}
   */
  public UnacceptableFileException(String code, String message) {
    super(message);
    this.code = code;
  }

  static UnacceptableFileException damaged(String message) {
    return new UnacceptableFileException("damaged", message);
  }

  public String code() {
    return code;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
