package org.carbonpublicity.assessment.evidence.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.carbonpublicity.assessment.evidence.EvidenceConflictException;
import org.carbonpublicity.assessment.evidence.EvidenceFiles;
import org.carbonpublicity.assessment.evidence.EvidenceFiles.Kept;
import org.carbonpublicity.assessment.evidence.InfectedFileException;
import org.carbonpublicity.assessment.evidence.UnknownEnterpriseException;
import org.carbonpublicity.assessment.evidence.file.FileName;
import org.carbonpublicity.assessment.evidence.file.FileType;
import org.carbonpublicity.assessment.evidence.file.SpooledFile;
import org.carbonpublicity.assessment.evidence.file.UnacceptableFileException;
import org.carbonpublicity.assessment.evidence.scan.ScannerUnavailableException;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** Answers an upload: what can be refused without the file is, before a byte of it is read. */
@ApplicationScoped
class EvidenceUpload {

  private static final int LONGEST_CODE = 100;

  private final EvidenceFiles files;
  private final EvidenceScope scope;
  private final Idempotency idempotency;
  private final Caller caller;

  EvidenceUpload(EvidenceFiles files, EvidenceScope scope, Idempotency idempotency, Caller caller) {
    this.files = files;
    this.scope = scope;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  Response answer(
      @Nullable String enterprise,
      @Nullable String fileName,
      @Nullable String key,
      @Nullable String contentType,
      InputStream body) {
    FieldFaults faults = new FieldFaults();
    String code = faults.text("enterprise", enterprise, LONGEST_CODE);
    FileName name = FileName.of(fileName == null ? "" : fileName);
    name.faults().forEach(fault -> faults.add("fileName", fault.code(), fault.message()));
    if (!code.isEmpty() && !scope.mayAdd(code)) {
      throw Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
    }
    faults.refuse("invalid-evidence", "The evidence breaks rules");
    try (SpooledFile file = spool(body)) {
      FileType type = examine(file, name, contentType);
      return idempotency.answer(
          caller.name(),
          key,
          "POST evidence %s %s %s %s".formatted(code, name.text(), type, file.sha256()),
          () -> kept(code, name, type, file));
    }
  }

  private static SpooledFile spool(InputStream body) {
    try {
      return SpooledFile.of(body);
    } catch (IOException e) {
      throw Problems.malformedBody("the file broke off");
    }
  }

  private FileType examine(SpooledFile file, FileName name, @Nullable String contentType) {
    try {
      return files.examine(file, name, contentType);
    } catch (UnacceptableFileException e) {
      throw Problems.unprocessable(
          "unacceptable-file",
          "The file is not accepted",
          List.of(new Fault("body", e.code(), e.message())));
    } catch (InfectedFileException e) {
      throw Problems.unprocessable(
          "infected-file",
          "The scanner found something in the file",
          List.of(new Fault("body", "infected", String.valueOf(e.getMessage()))));
    } catch (ScannerUnavailableException e) {
      throw Problems.unavailable(
          "scanner-unavailable", "the file could not be scanned and was not kept; try again");
    }
  }

  private Response.ResponseBuilder kept(
      String enterprise, FileName name, FileType type, SpooledFile file) {
    try {
      Kept kept = files.add(enterprise, name, type, file, caller.name());
      return Response.status(kept.isNew() ? Response.Status.CREATED : Response.Status.OK)
          .header(HttpHeaders.LOCATION, "/api/v1/evidence/" + kept.evidence().id())
          .entity(EvidenceResponse.of(kept.evidence()));
    } catch (UnknownEnterpriseException e) {
      throw Problems.unprocessable(
          "unknown-enterprise",
          "Unknown enterprise",
          List.of(new Fault("enterprise", "unknown-enterprise", String.valueOf(e.getMessage()))));
    } catch (EvidenceConflictException e) {
      throw Problems.conflict(e.code(), String.valueOf(e.getMessage()));
    }
  }
}
