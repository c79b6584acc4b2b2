package org.carbonpublicity.rating.label;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What a label certifies, as of the edition it was issued from. It never changes.
 *
 * @param ratingClass 1 (best) to 5
 * @param footprintGramsPerKm in gCO2e/km, unrounded
 * @param issuedAt also the beginning of its validity
 * @param validUntil the first moment at which it is not valid any more
 */
public record Certificate(
    SerialNumber serial,
    LabelKind kind,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    String brand,
    String series,
    String powertrain,
    String bodyType,
    String segment,
    int edition,
    int ratingClass,
    String classTitle,
    String classTitleZh,
    BigDecimal footprintGramsPerKm,
    Instant issuedAt,
    Instant validUntil,
    StatusEntry statusEntry) {

  /** The footprint as people read it: 2 decimals, half up. */
  public String footprintDisplay() {
    return footprintGramsPerKm.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
