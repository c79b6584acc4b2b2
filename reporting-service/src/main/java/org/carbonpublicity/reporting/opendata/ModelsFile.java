package org.carbonpublicity.reporting.opendata;

/**
 * What is known of a file that was made.
 *
 * @param models rows beside the heading
 * @param bytes of the plain file
 * @param gzipBytes of its gzip form
 * @param sha256 of the plain file, in lower-case hexadecimal digits
 * @param crc32 of the plain file, as its gzip form ends with it
 * @param pieces in how many it is kept
 */
public record ModelsFile(
    int edition,
    FileFormat format,
    long models,
    long bytes,
    long gzipBytes,
    String sha256,
    long crc32,
    int pieces) {}
