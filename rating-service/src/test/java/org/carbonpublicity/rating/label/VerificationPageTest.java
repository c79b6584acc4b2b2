package org.carbonpublicity.rating.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.rating.label.LabelCalls.LABELS;
import static org.carbonpublicity.rating.label.LabelCalls.decide;
import static org.carbonpublicity.rating.label.LabelCalls.issued;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What people see of a certificate: the page, the drawing, the print, and where QR codes lead. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class VerificationPageTest {

  private static final String HOSTILE = "<script>alert('&')</script>";

  @Inject Platform platform;
  private String serial;

  @BeforeEach
  void issue() {
    platform.reset();
    platform.activateScheme();
    platform.publish(1, 3, List.of(Model.sedan(HOSTILE, "240.005")));
    platform.awaitEdition(1);
    serial = issued("CLASS", HOSTILE);
  }

  @Test
  void thePageSaysInBothLanguagesWhatHolds() {
    given()
        .get("/labels/" + serial)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Language", "en")
        .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
        .header("Cache-Control", "no-store")
        .body(
            allOf(
                containsString(serial),
                containsString("Status: valid"),
                containsString("240.01 gCO₂e/km"),
                containsString("2 · Low Carbon−"),
                containsString("genuine: signed"),
                containsString("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"),
                not(containsString("<script"))));
    given()
        .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
        .get("/labels/" + serial)
        .then()
        .header("Content-Language", "zh")
        .body(allOf(containsString("状态: 有效"), containsString("低碳−"), containsString("汽车")));

    decide(serial, "revocation");

    given()
        .get("/labels/" + serial)
        .then()
        .body(allOf(containsString("REVOKED"), containsString("checked &lt;again&gt;")));
  }

  @Test
  void anUnknownNumberGetsAPageThatDoesNotRepeatIt() {
    for (String unknown : List.of("CPP-2026-999999", "CPP-2026-0000001", "%3Cscript%3E", "1")) {
      given()
          .urlEncodingEnabled(false)
          .get("/labels/" + unknown)
          .then()
          .statusCode(404)
          .contentType("text/html")
          .body(allOf(containsString("no certificate"), not(containsString("<script"))));
    }
  }

  @Test
  void thePageTellsOfAStoredCertificateThatWasTamperedWith() {
    for (String tampering :
        List.of(
            "credential = overlay(credential placing 'x' from 40 for 1)",
            "credential = credential || 'A'",
            "class = class + 1")) {
      assertThat(
              platform.number(
                  "with changed as (update label set %s returning 1) select count(*) from changed"
                      .formatted(tampering)))
          .isOne();
      given().get("/labels/" + serial).then().body(containsString("NOT GENUINE"));
    }
  }

  @Test
  void theDrawingLeadsToThePage() throws Exception {
    String svg =
        given()
            .get(LABELS + "/" + serial + "/label.svg")
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .header("ETag", equalTo("\"" + serial + ".svg1\""))
            .extract()
            .asString();

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getDocumentElement().getTextContent())
        .contains("低碳−", "240.01", "汽车", serial);
    assertThat(decoded(drawn(svg))).isEqualTo("http://localhost:8080/labels/" + serial);
    given()
        .header("If-None-Match", "\"" + serial + ".svg1\"")
        .get(LABELS + "/" + serial + "/label.svg")
        .then()
        .statusCode(304);
  }

  @Test
  void thePrintHasItsChineseLettersAndLeadsToThePage() throws Exception {
    byte[] pdf =
        given()
            .get(LABELS + "/" + serial + "/label.pdf")
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .extract()
            .asByteArray();

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      // Lines break anywhere between Chinese letters.
      String text = new PDFTextStripper().getText(document).replace("\n", "");
      assertThat(text).contains("碳足迹标识", "低碳−", "Low Carbon−", "240.01", "汽车", serial);
      PDResources resources = document.getPage(0).getResources();
      for (COSName font : resources.getFontNames()) {
        assertThat(resources.getFont(font).isEmbedded()).as(font.getName()).isTrue();
      }
      String address = null;
      for (COSName name : resources.getXObjectNames()) {
        if (resources.getXObject(name) instanceof PDImageXObject image) {
          address = decoded(image.getImage());
        }
      }
      assertThat(address).isEqualTo("http://localhost:8080/labels/" + serial);
    }
  }

  /** The modules of the QR code in an SVG, four pixels each. */
  private static BufferedImage drawn(String svg) {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\" shape-rendering").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1));
    BufferedImage image = new BufferedImage(size * 4, size * 4, BufferedImage.TYPE_INT_RGB);
    int[] white = new int[size * 4 * size * 4];
    Arrays.fill(white, 0xFFFFFF);
    image.setRGB(0, 0, size * 4, size * 4, white, 0, size * 4);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    int[] black = new int[16];
    while (module.find()) {
      int x = Integer.parseInt(module.group(1)) * 4;
      int y = Integer.parseInt(module.group(2)) * 4;
      image.setRGB(x, y, 4, 4, black, 0, 4);
    }
    return image;
  }

  private static String decoded(BufferedImage image) throws ReaderException, IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
        .getText();
  }
}
