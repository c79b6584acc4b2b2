package org.carbonpublicity.rating.label.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.carbonpublicity.rating.label.Certificate;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.LabelState;
import org.carbonpublicity.rating.label.credential.PublicAddresses;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application and, once approved, its certificate. */
@Schema(name = "Label")
record LabelResponse(
    long id,
    @Schema(description = "CLASS or TOP_RUNNER") String kind,
    @Schema(description = "APPLIED, REJECTED, VALID, SUSPENDED, REVOKED or EXPIRED") String state,
    @Schema(description = "What an analyst may do with it") List<String> allowed,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    int appliedEdition,
    int appliedClass,
    Instant appliedAt,
    Instant changedAt,
    @Schema(description = "Stable word for the reason of the state") @Nullable String reasonCode,
    @Nullable String reason,
    @Schema(description = "The latest edition when a certificate's state changed")
        @Nullable Integer changedEdition,
    @Nullable CertificateResponse certificate) {

  @Schema(name = "LabelPage")
  record Page(List<LabelResponse> items) {}

  @Schema(name = "LabelClass")
  record ClassResponse(int number, String title, String titleZh) {}

  @Schema(name = "LabelCategory")
  record CategoryResponse(String powertrain, String bodyType, String segment) {}

  @Schema(name = "LabelLinks")
  record Links(
      @Schema(description = "The signed credential, application/vc+jwt") String credential,
      String svg,
      String pdf,
      @Schema(description = "Page for people; the QR code leads there") String verification,
      @Schema(description = "Public keys, a JWK set") String keys) {}

  @Schema(name = "LabelCertificate")
  record CertificateResponse(
      String serial,
      @JsonProperty("class") ClassResponse ratingClass,
      @Schema(description = "Unrounded") BigDecimal footprintGramsPerKm,
      @Schema(description = "2 decimals, half up") String footprintDisplay,
      int edition,
      CategoryResponse category,
      String brand,
      String series,
      Instant validFrom,
      @Schema(description = "The first moment at which it is not valid any more")
          Instant validUntil,
      Links links) {

    static CertificateResponse of(Certificate certificate, PublicAddresses addresses) {
      return new CertificateResponse(
          certificate.serial().toString(),
          new ClassResponse(
              certificate.ratingClass(), certificate.classTitle(), certificate.classTitleZh()),
          certificate.footprintGramsPerKm(),
          certificate.footprintDisplay(),
          certificate.edition(),
          new CategoryResponse(
              certificate.powertrain(), certificate.bodyType(), certificate.segment()),
          certificate.brand(),
          certificate.series(),
          certificate.issuedAt(),
          certificate.validUntil(),
          new Links(
              addresses.credential(certificate.serial()),
              addresses.svg(certificate.serial()),
              addresses.pdf(certificate.serial()),
              addresses.verification(certificate.serial()),
              addresses.keys()));
    }
  }

  static LabelResponse of(Label label, Instant now, PublicAddresses addresses) {
    LabelState state = label.stateAt(now);
    Certificate certificate = label.certificate();
    return new LabelResponse(
        label.id(),
        label.kind().name(),
        state.name(),
        state.transitions().stream().map(transition -> transition.word()).toList(),
        label.modelCode(),
        label.modelName(),
        label.enterprise(),
        label.enterpriseName(),
        label.appliedEdition(),
        label.appliedClass(),
        label.appliedAt(),
        label.changedAt(),
        label.reasonCode(),
        label.reason(),
        label.changedEdition(),
        certificate == null ? null : CertificateResponse.of(certificate, addresses));
  }
}
