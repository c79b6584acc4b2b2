package org.carbonpublicity.assessment.training.api;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004) of a text, error correction M, with its quiet zone of four modules. */
final class QrCode {

  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  QrCode(String text) {
    try {
      modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("not a text for a QR code", e);
    }
  }

  /** A drawing without a size of its own: one unit is one module. */
  String svg() {
    int size = modules.getWidth() + 2 * QUIET_ZONE;
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row) == 1) {
          path.append('M')
              .append(column + QUIET_ZONE)
              .append(' ')
              .append(row + QUIET_ZONE)
              .append("h1v1h-1z");
        }
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#ffffff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000000" d="%2$s"/></svg>"""
        .formatted(size, path);
  }
}
