package org.carbonpublicity.assessment.conflict.api;

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
import java.util.List;
import org.carbonpublicity.assessment.conflict.Conflict;
import org.carbonpublicity.assessment.conflict.ConflictDraft;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.conflict.DeclaredConflictException;
import org.carbonpublicity.assessment.conflict.OwnConflictException;
import org.carbonpublicity.assessment.conflict.UnknownEnterpriseException;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.Idempotency;
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

/** Conflicts of interest, among assessors. */
@Path("/api/v1/reviews/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "reviews")
class ConflictResource {

  private final Conflicts conflicts;
  private final Idempotency idempotency;
  private final Caller caller;

  ConflictResource(Conflicts conflicts, Idempotency idempotency, Caller caller) {
    this.conflicts = conflicts;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "ConflictOfInterestPage")
  record ConflictPage(List<ConflictResponse> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(
      operationId = "declareConflict",
      summary = "Declares an assessor in conflict of interest with an enterprise",
      description =
          "The assessor is taken off the reviews of the enterprise that are open; one that has too"
              + " few assessors then is not completed before others are assigned.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ConflictResponse.class)))
  @APIResponse(responseCode = "409", description = "The same conflict is declared and holds")
  @APIResponse(responseCode = "422", description = "Incomplete, or no such enterprise")
  public Response declare(
      @Parameter(description = "At most 200 characters; kept per caller")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @Nullable ConflictRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    ConflictDraft draft = request.draft(caller.name(), conflicts.today());
    return idempotency.answer(
        caller.name(), idempotencyKey, "POST reviews/conflicts " + request, () -> declared(draft));
  }

  private Response.ResponseBuilder declared(ConflictDraft draft) {
    try {
      Conflict declared = conflicts.declare(draft, caller.name());
      return Response.status(Response.Status.CREATED)
          .header(HttpHeaders.LOCATION, "/api/v1/reviews/conflicts/" + declared.id())
          .entity(ConflictResponse.of(declared));
    } catch (DeclaredConflictException e) {
      throw Problems.conflict(
          "conflict-declared", String.valueOf(e.getMessage()), "DECLARED", List.of());
    } catch (UnknownEnterpriseException e) {
      throw Problems.unprocessable(
          "unknown-enterprise",
          "Unknown enterprise",
          List.of(new Fault("enterprise", "unknown-enterprise", String.valueOf(e.getMessage()))));
    }
  }

  @GET
  @RolesAllowed("assessor")
  @Operation(
      operationId = "listConflicts",
      summary = "Conflicts of interest, also ended ones, oldest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ConflictPage.class)))
  public Response list(
      @Parameter(description = "Subject of an assessor's token; me is the caller's")
          @QueryParam("assessor")
          @Nullable String assessor,
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    String whom = "me".equals(assessor) ? caller.name() : assessor;
    List<Conflict> found = conflicts.list(whom, enterprise, after, size + 1);
    List<Conflict> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new ConflictPage(page.stream().map(ConflictResponse::of).toList()));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("assessor")
  @Operation(operationId = "getConflict", summary = "One conflict of interest")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ConflictResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such conflict")
  public ConflictResponse get(@PathParam("id") String id) {
    return Ids.parse(id)
        .flatMap(conflicts::find)
        .map(ConflictResponse::of)
        .orElseThrow(() -> unknown(id));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("assessor")
  @Operation(
      operationId = "endConflict",
      summary = "Ends a conflict of interest, which stays readable",
      description =
          "By another assessor than the one in conflict. Ending it again changes nothing.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ConflictResponse.class)))
  @APIResponse(responseCode = "403", description = "The caller's own conflict")
  @APIResponse(responseCode = "404", description = "There is no such conflict")
  public ConflictResponse end(@PathParam("id") String id) {
    try {
      return Ids.parse(id)
          .flatMap(known -> conflicts.end(known, caller.name()))
          .map(ConflictResponse::of)
          .orElseThrow(() -> unknown(id));
    } catch (OwnConflictException e) {
      throw Problems.forbidden("own-conflict", String.valueOf(e.getMessage()));
    }
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-conflict", "there is no conflict of interest " + id);
  }
}
