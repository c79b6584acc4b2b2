package org.carbonpublicity.rating.label.rendering;

import static org.carbonpublicity.rating.label.rendering.Markup.escape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.LabelKind;
import org.carbonpublicity.rating.label.LabelState;

/** The page behind a label's QR code: what the certificate says and whether it holds now. */
public final class VerificationPage {

  private static final String STYLE =
      "body{font-family:system-ui,'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif;"
          + "max-width:40rem;margin:2rem auto;padding:0 1rem;color:#111827}"
          + "h1{font-size:1.4rem}th{text-align:left;color:#4b5563;font-weight:normal;"
          + "padding:.3rem 1rem .3rem 0;vertical-align:top}td{padding:.3rem 0}"
          + ".state{padding:.8rem 1rem;border-radius:.4rem;font-size:1.2rem;font-weight:bold}"
          + ".good{background:#dcfce7;color:#14532d}.bad{background:#fee2e2;color:#7f1d1d}";

  /**
   * Its content security policy: nothing but its own style, nothing framed, no form, no script. A
   * name that somehow got through as markup could still do nothing.
   */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Words words;

  private VerificationPage(Words words) {
    this.words = words;
  }

  /** The page in Chinese or English. */
  public static VerificationPage in(boolean chinese) {
    return new VerificationPage(chinese ? Words.CHINESE : Words.ENGLISH);
  }

  /** ISO 639-1. */
  public String language() {
    return words.code();
  }

  /**
   * The page of a certificate.
   *
   * @param genuine whether the kept credential was verified with the published keys
   */
  public String of(
      Label label, boolean genuine, Instant now, String credentialAddress, String keysAddress) {
    Certificate certificate = label.issued();
    LabelState state = label.stateAt(now);
    boolean good = genuine && state == LabelState.VALID;
    StringBuilder rows = new StringBuilder();
    row(rows, "signature", words.get(genuine ? "genuine" : "forged"));
    if (state != LabelState.VALID && state == label.state() && label.reason() != null) {
      row(
          rows,
          "reason",
          escape(label.reason()) + " (" + words.get("since") + " " + label.changedAt() + ")");
    }
    row(rows, "class", "%d · %s".formatted(certificate.ratingClass(), escape(title(certificate))));
    if (certificate.kind() == LabelKind.TOP_RUNNER) {
      row(rows, "certificate", words.get("top"));
    }
    row(rows, "footprint", certificate.footprintDisplay() + " gCO₂e/km");
    row(rows, "model", escape(certificate.modelName()));
    row(rows, "code", escape(certificate.modelCode()));
    row(rows, "enterprise", escape(certificate.enterpriseName()));
    row(
        rows,
        "category",
        escape(
            certificate.powertrain()
                + " · "
                + certificate.bodyType()
                + " · "
                + certificate.segment()));
    row(rows, "edition", Integer.toString(certificate.edition()));
    row(rows, "issued", Days.first(certificate).toString());
    row(rows, "until", Days.last(certificate).toString());
    row(rows, "checked", now.truncatedTo(ChronoUnit.SECONDS).toString());
    String body =
        """
        <h1>%s %s</h1>
        <p class="state %s">%s: %s</p>
        <table>%s</table>
        <p><a href="%s">%s</a> · <a href="%s">%s</a></p>"""
            .formatted(
                words.get("title"),
                certificate.serial(),
                good ? "good" : "bad",
                words.get("status"),
                words.status(state),
                rows,
                escape(credentialAddress),
                words.get("offline"),
                escape(keysAddress),
                words.get("keys"));
    return page(certificate.serial().toString(), body);
  }

  private String title(Certificate certificate) {
    return words == Words.CHINESE ? certificate.classTitleZh() : certificate.classTitle();
  }

  /** The page of a number that no certificate has. It does not repeat the number. */
  public String unknown() {
    return page(
        "–",
        "<h1>%s</h1>\n<p class=\"state bad\">%s</p>"
            .formatted(words.get("unknown"), words.get("unknownDetail")));
  }

  private String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s %s</title><style>%s</style></head>
        <body>
        %s
        </body></html>
        """
        .formatted(words.code(), words.get("title"), title, STYLE, body);
  }

  private void row(StringBuilder rows, String name, String markup) {
    rows.append("<tr><th scope=\"row\">")
        .append(words.get(name))
        .append("</th><td>")
        .append(markup)
        .append("</td></tr>");
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
