package org.carbonpublicity.rating.label.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.LabelState;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code label-status-changed.v1}. It tells the whole certificate again: of a compacted
 * topic only the last event of a key remains.
 */
record LabelStatusChanged(
    String serial,
    String kind,
    String previousStatus,
    String status,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable Integer edition,
    Instant changedAt,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    String powertrain,
    String bodyType,
    String segment,
    @JsonProperty("class") int ratingClass,
    BigDecimal footprintGramsPerKm,
    int issuedEdition,
    Instant validFrom,
    Instant validUntil) {

  static final String TYPE = "label-status-changed.v1";

  static LabelStatusChanged of(Label label, LabelState previous) {
    Certificate certificate = label.issued();
    return new LabelStatusChanged(
        certificate.serial().toString(),
        certificate.kind().name(),
        previous.name(),
        label.state().name(),
        label.reasonCode(),
        label.reason(),
        label.changedEdition(),
        label.changedAt(),
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
