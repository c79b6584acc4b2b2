package org.carbonpublicity.assessment.training.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.training.Certificate;
import org.carbonpublicity.assessment.training.Participant;
import org.carbonpublicity.assessment.training.SessionState;
import org.carbonpublicity.assessment.training.TrainingSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sessions, participants and certificates as they are read. */
final class TrainingResponses {

  private TrainingResponses() {}

  @Schema(name = "TrainingSession")
  record SessionResponse(
      UUID id,
      String title,
      String titleZh,
      LocalDate startsOn,
      LocalDate endsOn,
      String place,
      @Schema(description = "For how many months from endsOn certificates are valid")
          int validMonths,
      int capacity,
      @Schema(description = "How many are registered") int participants,
      SessionState state,
      @Schema(description = "What an assessor can do next") List<String> allowed) {

    static SessionResponse of(TrainingSession session) {
      return new SessionResponse(
          session.id(),
          session.plan().title(),
          session.plan().titleZh(),
          session.plan().startsOn(),
          session.plan().endsOn(),
          session.plan().place(),
          session.plan().validMonths(),
          session.plan().capacity(),
          session.participants(),
          session.state(),
          session.state().allowed());
    }
  }

  @Schema(name = "TrainingSessionPage")
  record SessionPage(List<SessionResponse> items) {}

  @Schema(name = "TrainingParticipant")
  record ParticipantResponse(
      UUID id,
      String enterprise,
      String enterpriseName,
      String name,
      String personalKey,
      @Nullable Boolean attended,
      @Nullable BigDecimal points,
      @Nullable Boolean passed,
      @Schema(description = "Number of the certificate, once issued") @Nullable String certificate,
      Instant registeredAt) {

    static ParticipantResponse of(Participant participant) {
      return new ParticipantResponse(
          participant.id(),
          participant.enterprise(),
          participant.enterpriseName(),
          participant.name(),
          participant.personalKey(),
          participant.attended(),
          participant.points(),
          participant.passed(),
          participant.certificate(),
          participant.registeredAt());
    }
  }

  @Schema(name = "TrainingParticipantPage")
  record ParticipantPage(List<ParticipantResponse> items) {}

  @Schema(name = "TrainingResultsAnswer")
  record ResultsEntered(int entered) {}

  /** For its enterprise and assessors. */
  @Schema(name = "TrainingCertificate")
  record CertificateResponse(
      String number,
      Certificate.Status status,
      UUID session,
      String sessionTitle,
      String sessionTitleZh,
      String enterprise,
      String enterpriseName,
      String name,
      String personalKey,
      @Nullable BigDecimal points,
      LocalDate validFrom,
      LocalDate validTo,
      Instant issuedAt,
      @Nullable Instant revokedAt,
      @Nullable String revocationReason) {

    static CertificateResponse of(Certificate certificate, Certificate.Status status) {
      return new CertificateResponse(
          certificate.number(),
          status,
          certificate.session(),
          certificate.sessionTitle(),
          certificate.sessionTitleZh(),
          certificate.enterprise(),
          certificate.enterpriseName(),
          certificate.name(),
          certificate.personalKey(),
          certificate.points(),
          certificate.validFrom(),
          certificate.validTo(),
          certificate.issuedAt(),
          certificate.revokedAt(),
          certificate.revocationReason());
    }
  }

  @Schema(name = "TrainingCertificatePage")
  record CertificatePage(List<CertificateResponse> items) {}

  /** For everyone: what stands on the paper, and whether it holds. */
  @Schema(name = "VerifiedTrainingCertificate")
  record VerifiedCertificate(
      String number,
      String name,
      String sessionTitle,
      String sessionTitleZh,
      LocalDate validFrom,
      @Schema(description = "Last day (UTC) on which it is valid") LocalDate validTo,
      Certificate.Status status) {

    static VerifiedCertificate of(Certificate certificate, Certificate.Status status) {
      return new VerifiedCertificate(
          certificate.number(),
          certificate.name(),
          certificate.sessionTitle(),
          certificate.sessionTitleZh(),
          certificate.validFrom(),
          certificate.validTo(),
          status);
    }
  }
}
