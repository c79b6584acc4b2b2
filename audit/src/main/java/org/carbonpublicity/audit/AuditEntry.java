package org.carbonpublicity.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the audit trail.
 *
 * @param position in the chain, from 1, without gaps
 * @param at to the microsecond, as the database keeps it
 * @param actor subject of the token, or the service's name for what its workers do
 * @param action what was done, past tense, kebab case
 * @param subject what it was done to, as {@code kind/key}
 * @param fileHash SHA-256 of the uploaded file, hexadecimal; null where there was none
 * @param details further facts, JSON as it was written
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 of all of the above, hexadecimal
 */
public record AuditEntry(
    long position,
    Instant at,
    String actor,
    String action,
    String subject,
    @Nullable String fileHash,
    String details,
    String previousHash,
    String hash) {

  /** What stands before the first entry. */
  public static final String ORIGIN = "0".repeat(64);

  /** The entry with its hash. */
  static AuditEntry chained(
      long position, Instant at, String actor, Fact fact, String previousHash) {
    AuditEntry open =
        new AuditEntry(
            position,
            at.truncatedTo(ChronoUnit.MICROS),
            actor,
            fact.action(),
            fact.subject(),
            fact.fileHash(),
            fact.details(),
            previousHash,
            "");
    return new AuditEntry(
        open.position,
        open.at,
        open.actor,
        open.action,
        open.subject,
        open.fileHash,
        open.details,
        open.previousHash,
        open.contentHash());
  }

  /** What a use case tells of itself. */
  record Fact(String action, String subject, @Nullable String fileHash, String details) {}

  /**
   * The hash that the content asks for. Every field goes in with its length, so that no two entries
   * read the same; an absent file differs from an empty text.
   */
  String contentHash() {
    MessageDigest digest = sha256();
    String[] fields = {
      Long.toString(position),
      at.toString(),
      actor,
      action,
      subject,
      fileHash == null ? "-" : "+" + fileHash,
      details,
      previousHash
    };
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
