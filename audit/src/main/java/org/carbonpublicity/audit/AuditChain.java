package org.carbonpublicity.audit;

import org.jspecify.annotations.Nullable;

/** Goes along the chain, entry by entry, and stops at the first that does not fit. */
public final class AuditChain {

  private final @Nullable Anchor anchor;
  private long entries;
  private long last;
  private String hash = AuditEntry.ORIGIN;
  private @Nullable Break found;

  /**
   * @param anchor an earlier end of the chain that somebody kept elsewhere; a chain that was
   *     written anew from its beginning is found by it alone
   */
  public AuditChain(@Nullable Anchor anchor) {
    this.anchor = anchor;
  }

  /** A place of the chain and the hash that stands there. */
  public record Anchor(long position, String hash) {}

  /**
   * The first place where the chain does not hold.
   *
   * @param position of the entry that is missing, altered or out of place
   * @param code {@code missing-entry}, {@code altered-entry}, {@code misplaced-entry}, {@code
   *     broken-link}, {@code missing-end}, {@code beyond-end}, {@code other-chain}, {@code
   *     unprotected}
   */
  public record Break(long position, String code, String message) {}

  /** Takes the next entry; false once the chain is broken, when the rest says nothing more. */
  public boolean accept(AuditEntry entry) {
    if (found != null) {
      return false;
    }
    long expected = last + 1;
    if (entry.position() > expected) {
      found = new Break(expected, "missing-entry", "entry " + expected + " is not there");
    } else if (entry.position() < expected) {
      found =
          new Break(
              entry.position(),
              "misplaced-entry",
              "entry " + entry.position() + " follows " + last);
    } else if (!entry.contentHash().equals(entry.hash())) {
      found = new Break(expected, "altered-entry", "the content does not give the entry's hash");
    } else if (!entry.previousHash().equals(hash)) {
      found = new Break(expected, "broken-link", "the entry was written after another one");
    } else if (anchor != null
        && anchor.position() == expected
        && !anchor.hash().equals(entry.hash())) {
      found = new Break(expected, "other-chain", "another hash stood here when it was noted");
    } else {
      entries++;
      last = expected;
      hash = entry.hash();
      return true;
    }
    return false;
  }

  /**
   * Ends the chain.
   *
   * @param head what the chain is known to end with; null where that is not known
   */
  public Outcome end(@Nullable Anchor head) {
    if (found == null && head != null && head.position() > last) {
      found = new Break(last + 1, "missing-end", "the chain ended with entry " + head.position());
    } else if (found == null && head != null && head.position() < last) {
      found =
          new Break(
              head.position() + 1, "beyond-end", "the chain ends with entry " + head.position());
    } else if (found == null && head != null && !head.hash().equals(hash)) {
      found = new Break(last, "other-chain", "the chain ended with another hash");
    } else if (found == null && anchor != null && anchor.position() > last) {
      found = new Break(last + 1, "missing-end", "entry " + anchor.position() + " was noted once");
    }
    return new Outcome(found == null, entries, new Anchor(last, hash), found);
  }

  /**
   * What became of a verification.
   *
   * @param entries that fit
   * @param end last entry that fits; worth keeping elsewhere, as the anchor of the next one
   * @param firstBreak null when intact
   */
  public record Outcome(boolean intact, long entries, Anchor end, @Nullable Break firstBreak) {}
}
