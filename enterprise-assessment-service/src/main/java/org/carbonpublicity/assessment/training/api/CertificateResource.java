package org.carbonpublicity.assessment.training.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.training.Certificate;
import org.carbonpublicity.assessment.training.CertificateNumber;
import org.carbonpublicity.assessment.training.CertificateRevokedException;
import org.carbonpublicity.assessment.training.Certificates;
import org.carbonpublicity.assessment.training.api.SessionRequests.RevocationRequest;
import org.carbonpublicity.assessment.training.api.TrainingResponses.CertificatePage;
import org.carbonpublicity.assessment.training.api.TrainingResponses.CertificateResponse;
import org.carbonpublicity.assessment.training.api.TrainingResponses.VerifiedCertificate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Training certificates: everyone verifies one by its number; enterprises list their own. */
@Path("/api/v1/training-certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training")
class CertificateResource {

  private static final String PATH = "/api/v1/training-certificates/";
  private static final String SVG = "image/svg+xml";

  private final Certificates certificates;
  private final Caller caller;
  private final String publicUrl;

  CertificateResource(
      Certificates certificates,
      Caller caller,
      @ConfigProperty(name = "assessment.certificates.public-url") String publicUrl) {
    this.certificates = certificates;
    this.caller = caller;
    this.publicUrl =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }

  @GET
  @RolesAllowed({"assessor", "automaker"})
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "listTrainingCertificates",
      summary = "Certificates in the order of issue; an automaker's own alone")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CertificatePage.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's are asked for")
  public Response list(
      @QueryParam("enterprise") @Nullable String enterprise,
      @Schema(description = "Id of a session") @QueryParam("session") @Nullable String session,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    List<Certificate> found = certificates.list(scope(enterprise), id(session), after, size + 1);
    List<Certificate> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new CertificatePage(page.stream().map(this::response).toList()));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).sequence());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  private @Nullable Set<String> scope(@Nullable String enterprise) {
    if (enterprise == null) {
      return caller.isAssessor() ? null : caller.enterprises();
    }
    if (!caller.isAssessor() && !caller.actsFor(enterprise)) {
      throw Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
    }
    return Set.of(enterprise);
  }

  private static @Nullable UUID id(@Nullable String session) {
    if (session == null) {
      return null;
    }
    return Ids.parse(session)
        .orElseThrow(
            () ->
                Problems.invalidParameter(
                    new Fault("session", "invalid", "session is the id of a session")));
  }

  @GET
  @Path("/{number}")
  @PermitAll
  @Operation(
      operationId = "verifyTrainingCertificate",
      summary = "Whether a certificate holds: name, session and validity, nothing more",
      description = "The number in small letters, without hyphens or with O for 0 is read, too.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = VerifiedCertificate.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such certificate; the type says when the number is mistyped")
  public Response verify(@PathParam("number") String number) {
    Certificate found = find(number);
    return Response.ok(VerifiedCertificate.of(found, certificates.status(found)))
        // A revocation shows at once, and the names of people are kept nowhere.
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("/{number}/qr.svg")
  @PermitAll
  @Produces(SVG)
  @Operation(
      operationId = "getTrainingCertificateQrCode",
      summary = "A QR code that leads to the verification")
  @APIResponse(responseCode = "200", content = @Content(mediaType = SVG))
  @APIResponse(responseCode = "404", description = "There is no such certificate")
  public Response qrCode(@PathParam("number") String number) {
    return Response.ok(new QrCode(publicUrl + PATH + find(number).number()).svg())
        .type(SVG)
        .build();
  }

  @POST
  @Path("/{number}/revocation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @SecurityRequirement(name = "token")
  @Operation(operationId = "revokeTrainingCertificate", summary = "Takes a certificate back")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CertificateResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such certificate")
  @APIResponse(responseCode = "409", description = "Revoked before")
  @APIResponse(responseCode = "422", description = "No reason is given")
  public CertificateResponse revoke(
      @PathParam("number") String number, @Nullable RevocationRequest request) {
    String reason = SessionRequests.given(request).checked();
    try {
      return certificates
          .revoke(parse(number), reason, caller.name())
          .map(this::response)
          .orElseThrow(() -> unknown(number));
    } catch (CertificateRevokedException e) {
      throw Problems.conflict(
          "training-certificate-state", String.valueOf(e.getMessage()), "REVOKED", List.of());
    }
  }

  private CertificateResponse response(Certificate certificate) {
    return CertificateResponse.of(certificate, certificates.status(certificate));
  }

  private Certificate find(String number) {
    return certificates.find(parse(number)).orElseThrow(() -> unknown(number));
  }

  private static CertificateNumber parse(String number) {
    return CertificateNumber.parse(number)
        .orElseThrow(
            () ->
                CertificateNumber.fault(number)
                    .filter(fault -> fault == CertificateNumber.Fault.CHECK)
                    .map(fault -> mistyped(number))
                    .orElseGet(() -> unknown(number)));
  }

  private static RuntimeException mistyped(String number) {
    return Problems.notFound(
        "mistyped-certificate-number",
        number + " is mistyped: a character is wrong, or two are exchanged");
  }

  private static RuntimeException unknown(String number) {
    return Problems.notFound("unknown-training-certificate", "there is no certificate " + number);
  }
}
