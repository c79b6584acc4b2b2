package org.carbonpublicity.rating.label.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.carbonpublicity.rating.label.Certificate;

/** Payload of {@code label-issued.v1}. */
record LabelIssued(
    String serial,
    String kind,
    String status,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    String powertrain,
    String bodyType,
    String segment,
    @JsonProperty("class") int ratingClass,
    BigDecimal footprintGramsPerKm,
    int edition,
    Instant validFrom,
    Instant validUntil) {

  static final String TYPE = "label-issued.v1";

  static LabelIssued of(Certificate certificate) {
    return new LabelIssued(
        certificate.serial().toString(),
        certificate.kind().name(),
        "VALID",
        certificate.modelCode(),
        certificate.modelName(),
        certificate.enterprise(),
        certificate.enterpriseName(),
        certificate.powertrain(),
        certificate.bodyType(),
        certificate.segment(),
        certificate.ratingClass(),
        certificate.footprintGramsPerKm(),
        certificate.edition(),
        certificate.issuedAt(),
        certificate.validUntil());
  }
}
