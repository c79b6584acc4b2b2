package org.carbonpublicity.assessment.evidence.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carbonpublicity.assessment.evidence.Evidence;
import org.carbonpublicity.assessment.evidence.EvidenceConflictException;
import org.carbonpublicity.assessment.evidence.EvidenceFiles;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Files of evidence: an enterprise's own, and the assessors'. For everybody else there are none, so
 * that nothing is learned by trying ids.
 */
@Path("/api/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "evidence")
class EvidenceResource {

  private final EvidenceFiles files;
  private final EvidenceUpload upload;
  private final EvidenceScope scope;
  private final Caller caller;

  EvidenceResource(EvidenceFiles files, EvidenceUpload upload, EvidenceScope scope, Caller caller) {
    this.files = files;
    this.upload = upload;
    this.scope = scope;
    this.caller = caller;
  }

  @Schema(name = "EvidencePage")
  record EvidencePage(List<EvidenceResponse> items) {}

  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({"automaker", "assessor"})
  @Operation(
      operationId = "addEvidence",
      summary = "Adds a file to an enterprise's evidence; the body is the file",
      description =
          "PDF, PNG, JPEG, WebP, TIFF, DOCX, XLSX, PPTX, DOC, XLS or PPT, by its content; name and"
              + " Content-Type must agree.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EvidenceResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "The enterprise has a file of this content; it is answered as it is",
      content = @Content(schema = @Schema(implementation = EvidenceResponse.class)))
  @APIResponse(responseCode = "403", description = "Not the caller's enterprise")
  @APIResponse(responseCode = "409", description = "The enterprise has as much as it may have")
  @APIResponse(responseCode = "413", description = "The file is too large")
  @APIResponse(
      responseCode = "422",
      description = "The name or the file is not accepted, or the scanner found something in it")
  @APIResponse(responseCode = "503", description = "The scanner cannot be reached")
  public Response add(
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("fileName") @Nullable String fileName,
      @Parameter(description = "At most 200 characters; kept per caller")
          @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      InputStream body) {
    return upload.answer(enterprise, fileName, key, contentType, body);
  }

  @GET
  @RolesAllowed({"automaker", "assessor", "member", "analyst"})
  @Operation(operationId = "listEvidence", summary = "An enterprise's evidence, oldest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EvidencePage.class)))
  @APIResponse(responseCode = "403", description = "Not for the caller")
  public Response list(
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    if (enterprise == null) {
      throw Problems.invalidParameter(
          new Fault("enterprise", "missing", "enterprise is the code of one"));
    }
    if (!scope.mayList(enterprise)) {
      throw Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
    }
    List<Evidence> found = files.list(enterprise, after, size + 1);
    List<Evidence> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new EvidencePage(page.stream().map(EvidenceResponse::of).toList()));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"automaker", "assessor", "member", "analyst"})
  @Operation(operationId = "getEvidence", summary = "What is known of a file")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EvidenceResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such file, or not for the caller")
  public EvidenceResponse get(@PathParam("id") String id) {
    return EvidenceResponse.of(find(id));
  }

  @GET
  @Path("/{id}/content")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({"automaker", "assessor", "member", "analyst"})
  @Operation(operationId = "getEvidenceContent", summary = "The file as it was sent, to be kept")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such file, or not for the caller")
  public Response content(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Evidence evidence = find(id);
    String tag = evidence.sha256();
    if (ifNoneMatch != null && EntityTag.ifNoneMatchNames(ifNoneMatch, tag)) {
      return Response.notModified().header(HttpHeaders.ETAG, EntityTag.quoted(tag)).build();
    }
    if (caller.isAssessor()) {
      files.recordReading(evidence);
    }
    String name =
        URLEncoder.encode(evidence.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(files.content(evidence))
        .header(HttpHeaders.CONTENT_TYPE, evidence.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, evidence.sizeBytes())
        .header(HttpHeaders.ETAG, EntityTag.quoted(tag))
        // Whether the caller may still have it is asked each time.
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        // What somebody sent is kept, never shown in the platform's name.
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .build();
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({"automaker", "assessor"})
  @Operation(operationId = "deleteEvidence", summary = "Forgets a file that nothing refers to")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "403", description = "An assessor did not add it himself")
  @APIResponse(responseCode = "404", description = "There is no such file, or not for the caller")
  @APIResponse(responseCode = "409", description = "An answer refers to it")
  public void delete(@PathParam("id") String id) {
    Evidence evidence = find(id);
    if (!scope.mayDelete(evidence)) {
      throw Problems.forbidden("foreign-evidence", "the enterprise itself deletes its evidence");
    }
    try {
      files.delete(evidence);
    } catch (EvidenceConflictException e) {
      throw Problems.conflict(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private Evidence find(String id) {
    return Ids.parse(id)
        .flatMap(files::find)
        .filter(scope::mayRead)
        .orElseThrow(() -> Problems.notFound("unknown-evidence", "there is no evidence " + id));
  }
}
