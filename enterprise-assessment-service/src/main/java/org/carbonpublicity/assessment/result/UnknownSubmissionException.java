package org.carbonpublicity.assessment.result;

import java.util.UUID;

/** A submission that this service never received. */
public class UnknownSubmissionException extends RuntimeException {

  UnknownSubmissionException(UUID id) {
    super("there is no submission " + id);
  }
}
