package org.carbonpublicity.assessment.submission;

/** An idempotency key came again with another request. */
public class IdempotencyKeyReusedException extends RuntimeException {

  public IdempotencyKeyReusedException(String key) {
    super("the key %s was used for another request".formatted(key));
  }
}
