package org.carbonpublicity.assessment.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was kept; it never changes.
 *
 * @param id random, so that nobody guesses it
 * @param number in the order of uploads
 * @param enterprise code of whom it speaks for
 * @param fileName a plain name, in NFC
 * @param mediaType by the content
 * @param sizeBytes of the content
 * @param sha256 of the content, hexadecimal
 * @param uploadedBy subject of the token
 */
public record Evidence(
    UUID id,
    long number,
    String enterprise,
    String fileName,
    String mediaType,
    long sizeBytes,
    String sha256,
    Instant uploadedAt,
    String uploadedBy) {

  /** How the audit trail names it. */
  public String subject() {
    return "evidence/" + id;
  }
}
