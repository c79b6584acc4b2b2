package org.carbonpublicity.reporting.sales;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What makes two spellings of an enterprise or a series the same: neither case nor width nor white
 * space.
 */
public final class MatchKey {

  private MatchKey() {}

  /** The key of a spelling; empty for a blank one. */
  public static String of(String spelling) {
    String folded = Normalizer.normalize(spelling, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
