package org.carbonpublicity.rating.label.rendering;

/** Text inside XML and HTML. */
final class Markup {

  private Markup() {}

  /** The text as it may stand in an element or in a quoted attribute. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(point) ? point : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  /** Characters of XML 1.0; there is no way to write others, not even escaped. */
  private static boolean isXml(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /** The text, cut to a width of so many Latin letters; a Chinese character is as wide as two. */
  static String shortened(String text, int width) {
    int used = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      used += text.codePointAt(i) >= 0x2E80 ? 2 : 1;
      if (used > width) {
        return text.substring(0, i) + "…";
      }
    }
    return text;
  }
}
