package org.carbonpublicity.rating.label.rendering;

import static org.carbonpublicity.rating.label.rendering.Markup.escape;
import static org.carbonpublicity.rating.label.rendering.Markup.shortened;

import java.util.List;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.LabelKind;
import org.carbonpublicity.rating.scheme.ClassLabel;

/** The label as a drawing: class, footprint, model, and the QR code of its verification page. */
public final class LabelSvg {

  private static final int BAR_TOP = 112;
  private static final int BAR_STEP = 34;

  private LabelSvg() {}

  /**
   * An SVG document of 400 × 600.
   *
   * @param classes colours of classes 1 to 5
   */
  public static String of(
      Certificate certificate, List<ClassLabel> classes, String verificationAddress) {
    StringBuilder svg = new StringBuilder(8_192);
    svg.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 600" width="400" height="600" \
        font-family="'Noto Sans SC','PingFang SC','Microsoft YaHei','DejaVu Sans',sans-serif">
        <title>%s %s</title>
        <rect x="2" y="2" width="396" height="596" rx="14" fill="#ffffff" stroke="#1f2937" stroke-width="3"/>
        """
            .formatted(Words.ENGLISH.get("title"), certificate.serial()));
    text(svg, 24, 40, 22, "#111827", "碳足迹标识 Carbon footprint label");
    text(svg, 24, 66, 15, "#111827", shortened(certificate.modelName(), 42));
    text(svg, 24, 88, 12, "#4b5563", shortened(certificate.enterpriseName(), 54));
    for (int number = 1; number <= 5; number++) {
      bar(svg, number, certificate.ratingClass(), classes.get(number - 1).colour());
    }
    text(
        svg,
        24,
        318,
        20,
        "#111827",
        "%d · %s %s"
            .formatted(
                certificate.ratingClass(), certificate.classTitleZh(), certificate.classTitle()));
    text(svg, 24, 352, 28, "#111827", certificate.footprintDisplay() + " gCO₂e/km");
    text(svg, 24, 372, 12, "#4b5563", "全生命周期碳足迹 Life-cycle carbon footprint");
    if (certificate.kind() == LabelKind.TOP_RUNNER) {
      text(svg, 24, 398, 15, "#1a7f37", "★ 同类别领跑者 Top runner of its category");
    }
    int line = 432;
    for (String row :
        new String[] {
          certificate.serial().toString(),
          shortened(certificate.modelCode(), 28),
          certificate.powertrain() + " · " + certificate.bodyType() + " · " + certificate.segment(),
          "版次 Edition " + certificate.edition(),
          Days.first(certificate) + " – " + Days.last(certificate)
        }) {
      text(svg, 24, line, 13, "#111827", row);
      line += 24;
    }
    svg.append(new QrCode(verificationAddress).svg(236, 416, 148));
    text(svg, 24, 584, 10, "#4b5563", verificationAddress);
    return svg.append("\n</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, int number, int own, String colour) {
    int y = BAR_TOP + (number - 1) * BAR_STEP;
    int width = 90 + number * 34;
    svg.append(
        """
        <path d="M24 %dh%dl14 14l-14 14h-%dz" fill="%s"/><text x="36" y="%d" font-size="16" \
        font-weight="bold" fill="%s">%d</text>
        """
            .formatted(y, width, width, colour, y + 20, LetterColour.on(colour), number));
    if (number == own) {
      svg.append(
          """
          <path d="M376 %dh-46l-16 14l16 14h46z" fill="#111827"/><text x="338" y="%d" \
          font-size="20" font-weight="bold" fill="#ffffff">%d</text>
          """
              .formatted(y, y + 21, number));
    }
  }

  private static void text(
      StringBuilder svg, int x, int y, int size, String colour, String content) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\">%s</text>\n"
            .formatted(x, y, size, colour, escape(content)));
  }
}
