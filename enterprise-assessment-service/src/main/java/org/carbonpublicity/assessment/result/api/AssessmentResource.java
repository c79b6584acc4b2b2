package org.carbonpublicity.assessment.result.api;

import jakarta.annotation.security.RolesAllowed;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.AssessmentStateException;
import org.carbonpublicity.assessment.result.Assessments;
import org.carbonpublicity.assessment.result.StaleAssessmentException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Assessments: assessors see all, automakers those of their enterprises, members and analysts the
 * published ones, the public none.
 */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "assessments")
class AssessmentResource {

  private final Assessments assessments;
  private final AssessmentScope scope;
  private final Caller caller;

  AssessmentResource(Assessments assessments, AssessmentScope scope, Caller caller) {
    this.assessments = assessments;
    this.scope = scope;
    this.caller = caller;
  }

  @Schema(name = "AssessmentPage")
  record AssessmentPage(List<AssessmentResponse> items) {}

  @GET
  @RolesAllowed({"assessor", "automaker", "member", "analyst"})
  @Operation(
      operationId = "listAssessments",
      summary = "Assessments that the caller may see, oldest first",
      description = "Superseded ones are left out unless state asks for them.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentPage.class)))
  @APIResponse(responseCode = "403", description = "An automaker asks for another's enterprise")
  public Response list(
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("guideline") @Nullable String guideline,
      @Schema(implementation = AssessmentState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    List<Assessment> found =
        scope
            .filter(enterprise, guideline, state)
            .map(filter -> assessments.list(filter, after, size + 1))
            .orElse(List.of());
    List<Assessment> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new AssessmentPage(page.stream().map(AssessmentResponse::of).toList()));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"assessor", "automaker", "member", "analyst"})
  @Operation(operationId = "getAssessment", summary = "One assessment")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Assessment found =
        Ids.parse(id)
            .flatMap(assessments::find)
            .filter(scope::covers)
            .orElseThrow(() -> unknown(id));
    if (ifNoneMatch != null && EntityTag.ifNoneMatchNames(ifNoneMatch, found.tag())) {
      return Response.notModified().header(HttpHeaders.ETAG, EntityTag.quoted(found.tag())).build();
    }
    return answer(found);
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed("automaker")
  @Operation(operationId = "confirmAssessment", summary = "The enterprise agrees with its result")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(responseCode = "409", description = "Not AWARDED; allowed says what is")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response confirm(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return change(id, uuid -> assessments.confirm(uuid, expected(ifMatch), caller.name()));
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed("assessor")
  @Operation(operationId = "publishAssessment", summary = "The result goes to the members")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "Not CONFIRMED; allowed says what is")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response publish(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return change(id, uuid -> assessments.publish(uuid, expected(ifMatch), caller.name()));
  }

  private Response change(String id, Function<UUID, Optional<Assessment>> change) {
    try {
      return Ids.parse(id)
          // An assessment never changes its enterprise: what may be seen may be seen later, too.
          .filter(uuid -> assessments.find(uuid).filter(scope::covers).isPresent())
          .flatMap(change)
          .map(AssessmentResource::answer)
          .orElseThrow(() -> unknown(id));
    } catch (StaleAssessmentException e) {
      throw Problems.preconditionFailed(String.valueOf(e.getMessage()));
    } catch (AssessmentStateException e) {
      throw Problems.conflict(
          "assessment-state",
          String.valueOf(e.getMessage()),
          e.state().name(),
          e.state().transitions());
    }
  }

  private static Predicate<Assessment> expected(@Nullable String ifMatch) {
    return present -> ifMatch == null || EntityTag.ifMatchNames(ifMatch, present.tag());
  }

  private static Response answer(Assessment assessment) {
    return Response.ok(AssessmentResponse.of(assessment))
        .header(HttpHeaders.ETAG, EntityTag.quoted(assessment.tag()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-assessment", "there is no assessment " + id);
  }
}
