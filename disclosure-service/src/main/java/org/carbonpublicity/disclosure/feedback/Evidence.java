package org.carbonpublicity.disclosure.feedback;

import java.time.Instant;

/**
 * A file that supports a feedback form.
 *
 * @param fileName as its sender calls it
 * @param sha256 of its bytes, hexadecimal
 */
public record Evidence(
    String id,
    String fileName,
    String mediaType,
    long sizeBytes,
    String sha256,
    Instant receivedAt,
    String receivedFrom) {}
