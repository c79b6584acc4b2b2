package org.carbonpublicity.assessment.evidence.api;

import java.time.Instant;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.Evidence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of evidence as it is answered, without its content. */
@Schema(name = "Evidence")
record EvidenceResponse(
    UUID id,
    String enterprise,
    String fileName,
    String mediaType,
    long sizeBytes,
    String sha256,
    Instant uploadedAt,
    String uploadedBy) {

  static EvidenceResponse of(Evidence evidence) {
    return new EvidenceResponse(
        evidence.id(),
        evidence.enterprise(),
        evidence.fileName(),
        evidence.mediaType(),
        evidence.sizeBytes(),
        evidence.sha256(),
        evidence.uploadedAt(),
        evidence.uploadedBy());
  }
}
