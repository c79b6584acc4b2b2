package org.carbonpublicity.reporting.report.api;

import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.report.persistence.PublishedState;

/** What a path calls an edition: its number, or {@code latest}. */
public final class EditionInPath {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private EditionInPath() {}

  /** The number of that edition; a 404 problem when there is none of it yet. */
  public static int number(String edition, PublishedState state) {
    if (edition.equals("latest")) {
      return state.edition();
    }
    // Nine digits fit an int; more than that is no edition either way.
    if (edition.matches("0|[1-9][0-9]{0,8}")) {
      int number = Integer.parseInt(edition);
      if (number <= state.edition()) {
        return number;
      }
    }
    throw Problems.of(
        404, "unknown-edition", "Unknown edition", "There is no edition of that number yet.");
  }

  /**
   * How long an open answer about an edition may be kept. Called by its number, a former edition
   * says the same for ever; all others are asked for again, which costs a 304.
   */
  public static String cacheControl(String edition, PublishedState state) {
    return !edition.equals("latest") && number(edition, state) < state.edition()
        ? FOR_EVER
        : "no-cache";
  }
}
