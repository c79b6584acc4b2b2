package org.carbonpublicity.rating.label.rendering;

import static org.carbonpublicity.rating.label.rendering.Markup.escape;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.LabelKind;
import org.carbonpublicity.rating.scheme.ClassLabel;

/** The certificate as a page to print. Its fonts are embedded, Chinese ones too. */
public final class LabelPdf {

  private static final String STYLE =
      """
      @page { size: A5; margin: 14mm; }
      body { font-family: 'DejaVu Sans', 'Droid Sans Fallback'; font-size: 9.5pt; color: #111827; }
      h1 { font-size: 17pt; margin: 0 0 1mm 0; }
      .sub { color: #4b5563; margin: 0 0 6mm 0; }
      .class { font-size: 15pt; font-weight: bold; padding: 3mm 4mm; margin-bottom: 3mm; }
      .footprint { font-size: 20pt; font-weight: bold; margin: 0 0 1mm 0; }
      table { width: 100%; border-collapse: collapse; margin-top: 5mm; }
      td { border-top: 0.3mm solid #d1d5db; padding: 1.3mm 1mm; vertical-align: top; }
      td.name { color: #4b5563; width: 46mm; }
      .verify { margin-top: 5mm; font-size: 8pt; }
      img { width: 34mm; height: 34mm; }
      """;

  private LabelPdf() {}

  /**
   * A PDF document.
   *
   * @param classes colours of classes 1 to 5
   */
  public static byte[] of(
      Certificate certificate, List<ClassLabel> classes, String verificationAddress) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    font(builder, "dejavu-sans-latin.ttf", "DejaVu Sans", 400);
    font(builder, "dejavu-sans-bold-latin.ttf", "DejaVu Sans", 700);
    font(builder, "droid-sans-fallback-gb2312.ttf", "Droid Sans Fallback", 400);
    builder.useFastMode();
    // Nothing is fetched from anywhere, whatever stands in a name.
    builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;") ? uri : null);
    builder.withHtmlContent(
        html(certificate, classes.get(certificate.ratingClass() - 1).colour(), verificationAddress),
        null);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        LabelPdf.class.getResourceAsStream("/fonts/" + file), "font " + file);
  }

  private static String html(Certificate certificate, String colour, String verificationAddress) {
    StringBuilder rows = new StringBuilder();
    row(rows, "certificate", certificate.serial().toString());
    row(rows, "model", certificate.modelName());
    row(rows, "code", certificate.modelCode());
    row(rows, "enterprise", certificate.enterpriseName() + " (" + certificate.enterprise() + ")");
    row(
        rows,
        "category",
        certificate.powertrain() + " · " + certificate.bodyType() + " · " + certificate.segment());
    row(rows, "edition", Integer.toString(certificate.edition()));
    row(rows, "issued", Days.first(certificate).toString());
    row(rows, "until", Days.last(certificate).toString());
    String top =
        certificate.kind() == LabelKind.TOP_RUNNER
            ? "<div class=\"sub\">" + both("top") + "</div>"
            : "";
    return """
        <html><head><title>%s %s</title><style>%s</style></head><body>
        <h1>%s</h1><div class="sub">%s</div>
        <div class="class" style="background-color: %s; color: %s">%d · %s %s</div>
        <div class="footprint">%s gCO\u2082e/km</div><div class="sub">%s</div>%s
        <table>%s</table>
        <div class="verify"><img src="%s" alt=""/><br/>%s</div>
        </body></html>"""
        .formatted(
            Words.ENGLISH.get("title"),
            certificate.serial(),
            STYLE,
            Words.CHINESE.get("title"),
            Words.ENGLISH.get("title"),
            colour,
            LetterColour.on(colour),
            certificate.ratingClass(),
            escape(certificate.classTitleZh()),
            escape(certificate.classTitle()),
            certificate.footprintDisplay(),
            both("footprint"),
            top,
            rows,
            new QrCode(verificationAddress).dataUri(),
            escape(verificationAddress));
  }

  private static void row(StringBuilder rows, String name, String value) {
    rows.append("<tr><td class=\"name\">")
        .append(both(name))
        .append("</td><td>")
        .append(escape(value))
        .append("</td></tr>");
  }

  private static String both(String key) {
    return Words.CHINESE.get(key) + " " + Words.ENGLISH.get(key);
  }
}
