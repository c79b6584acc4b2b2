package org.carbonpublicity.disclosure.feedback.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.carbonpublicity.disclosure.feedback.Evidence;
import org.carbonpublicity.disclosure.feedback.EvidenceFiles;
import org.carbonpublicity.disclosure.feedback.EvidenceFiles.TooManyException;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files that support a feedback form: test reports, pages of a registration, photographs. */
@Path("/api/v1/batches/{number}/feedback-forms/{id}/evidence")
@RolesAllowed({"automaker", "analyst"})
@SecurityRequirement(name = "token")
@Tag(name = "feedback")
class EvidenceResource {

  private static final int LONGEST_NAME = 255;

  private final FeedbackAccess access;
  private final EvidenceFiles files;
  private final Idempotency idempotency;
  private final Caller caller;

  EvidenceResource(
      FeedbackAccess access, EvidenceFiles files, Idempotency idempotency, Caller caller) {
    this.access = access;
    this.files = files;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "EvidencePage")
  record EvidencePage(List<Evidence> items) {}

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addEvidence",
      summary = "Adds a file of any media type to a feedback form, at most 10 MiB")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Evidence.class)))
  @APIResponse(responseCode = "404", description = "There is no such form, or not for the caller")
  @APIResponse(responseCode = "409", description = "Not in review, or 50 files are there")
  @APIResponse(responseCode = "413", description = "The file is too large")
  @APIResponse(responseCode = "422", description = "The file is empty, or its name is no name")
  public Response add(
      @PathParam("number") String number,
      @PathParam("id") String id,
      @QueryParam("fileName") @Nullable String fileName,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      InputStream body) {
    FeedbackForm form = access.form(number, id);
    byte[] content = read(body);
    FieldFaults faults = new FieldFaults();
    String name = faults.text("fileName", fileName, LONGEST_NAME);
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      faults.add("fileName", "invalid", "a name without a path");
    }
    if (content.length == 0) {
      faults.add("body", "missing", "the file is empty");
    }
    faults.refuse("invalid-evidence", "The evidence breaks rules");
    String type = contentType == null ? MediaType.APPLICATION_OCTET_STREAM : contentType;
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /evidence " + id + " " + name + " " + type + " " + EvidenceFiles.sha256(content),
        () -> {
          try {
            Evidence evidence =
                files.add(form.batch(), uuid(form), name, type, content, caller.actor());
            return Response.status(Response.Status.CREATED).entity(evidence);
          } catch (TooManyException e) {
            throw Problems.conflict("too-much-evidence", String.valueOf(e.getMessage()), List.of());
          }
        });
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listEvidence", summary = "Files of a feedback form, oldest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EvidencePage.class)))
  @APIResponse(responseCode = "404", description = "There is no such form, or not for the caller")
  public EvidencePage list(@PathParam("number") String number, @PathParam("id") String id) {
    return new EvidencePage(files.list(uuid(access.form(number, id))));
  }

  @GET
  @Path("/{evidence}")
  @Produces(MediaType.WILDCARD)
  @Operation(operationId = "getEvidence", summary = "A file as it was sent, to be kept")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", description = "There is no such file, or not for the caller")
  public Response get(
      @PathParam("number") String number,
      @PathParam("id") String id,
      @PathParam("evidence") String evidence) {
    Evidence found = find(access.form(number, id), evidence);
    String encoded =
        URLEncoder.encode(found.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(files.content(found))
        .header(HttpHeaders.CONTENT_TYPE, found.mediaType())
        // What an automaker sent is kept, never shown: it may be a page with a script.
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .build();
  }

  private Evidence find(FeedbackForm form, String evidence) {
    try {
      return files
          .find(uuid(form), UUID.fromString(evidence))
          .orElseThrow(IllegalArgumentException::new);
    } catch (IllegalArgumentException e) {
      throw Problems.notFound("unknown-evidence", "There is no evidence " + evidence);
    }
  }

  private static byte[] read(InputStream body) {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UUID uuid(FeedbackForm form) {
    return UUID.fromString(Objects.requireNonNull(form.id()));
  }
}
