package org.carbonpublicity.assessment.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strong entity tags and the headers that name them (RFC 9110 §13.1). */
public final class EntityTag {

  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

  private EntityTag() {}

  /** The header value of a tag. */
  public static String quoted(String tag) {
    return '"' + tag + '"';
  }

  /** {@code If-None-Match}: weak comparison, {@code *} is any. */
  public static boolean ifNoneMatchNames(String header, String tag) {
    return names(header, tag, false);
  }

  /** {@code If-Match}: strong comparison, {@code *} is any. */
  public static boolean ifMatchNames(String header, String tag) {
    return names(header, tag, true);
  }

  /** Whether a request may go on: it names the tag in {@code If-Match}, or names none. */
  public static boolean permits(@Nullable String ifMatch, String tag) {
    return ifMatch == null || ifMatchNames(ifMatch, tag);
  }

  /**
   * Whether a {@code PUT} may go on: {@code If-Match} names what is there, and {@code
   * If-None-Match}, which is {@code *}, is given only where nothing is.
   *
   * @param present tag of what is there; null for nothing
   */
  public static boolean permitsPut(
      @Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable String present) {
    return present == null ? ifMatch == null : ifNoneMatch == null && permits(ifMatch, present);
  }

  private static boolean names(String header, String tag, boolean strong) {
    if (header.trim().equals("*")) {
      return true;
    }
    Matcher tags = TAG.matcher(header);
    while (tags.find()) {
      if (tags.group(2).equals(tag) && !(strong && tags.group(1) != null)) {
        return true;
      }
    }
    return false;
  }
}
