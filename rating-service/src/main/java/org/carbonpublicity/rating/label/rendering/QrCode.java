package org.carbonpublicity.rating.label.rendering;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004) of a text, error correction M, with its quiet zone of four modules. */
final class QrCode {

  private static final int QUIET_ZONE = 4;
  private static final int PIXELS_PER_MODULE = 8;

  private final ByteMatrix modules;

  QrCode(String text) {
    try {
      modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("not a text for a QR code", e);
    }
  }

  /** Modules in a row, quiet zones included. */
  int size() {
    return modules.getWidth() + 2 * QUIET_ZONE;
  }

  private boolean isDark(int x, int y) {
    return modules.get(x, y) == 1;
  }

  /** An SVG element of the given edge length at the given place. */
  String svg(double x, double y, double edge) {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (isDark(column, row)) {
          path.append('M')
              .append(column + QUIET_ZONE)
              .append(' ')
              .append(row + QUIET_ZONE)
              .append("h1v1h-1z");
        }
      }
    }
    return """
        <svg x="%s" y="%s" width="%s" height="%s" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
        <path fill="#ffffff" d="M0 0h%dv%dh-%dz"/><path fill="#000000" d="%s"/></svg>"""
        .formatted(x, y, edge, edge, size(), size(), size(), size(), size(), path);
  }

  /** A PNG as a data address. */
  String dataUri() {
    int edge = size() * PIXELS_PER_MODULE;
    BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < edge; y++) {
      for (int x = 0; x < edge; x++) {
        int column = x / PIXELS_PER_MODULE - QUIET_ZONE;
        int row = y / PIXELS_PER_MODULE - QUIET_ZONE;
        boolean inside =
            column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
        image.setRGB(x, y, inside && isDark(column, row) ? 0x000000 : 0xFFFFFF);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
