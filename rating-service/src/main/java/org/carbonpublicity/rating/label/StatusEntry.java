package org.carbonpublicity.rating.label;

/**
 * Where a certificate stands in the status lists: the same index in both lists of a pair.
 *
 * @param pair 1, 2, …: lists {@code 2 * pair - 1} (revocation) and {@code 2 * pair} (suspension)
 * @param index 0 to 131,071; given once and never again
 */
public record StatusEntry(int pair, int index) {

  public int revocationList() {
    return 2 * pair - 1;
  }

  public int suspensionList() {
    return 2 * pair;
  }
}
