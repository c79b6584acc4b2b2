package org.carbonpublicity.assessment.result.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.function.Function;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.Assessments;
import org.carbonpublicity.assessment.result.Comparisons;
import org.carbonpublicity.assessment.result.Deed;
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
  private final Comparisons comparisons;
  private final AssessmentScope scope;

  AssessmentResource(Assessments assessments, Comparisons comparisons, AssessmentScope scope) {
    this.assessments = assessments;
    this.comparisons = comparisons;
    this.scope = scope;
  }

  @Schema(name = "AssessmentPage")
  record AssessmentPage(List<AssessmentResponse> items) {}

  @GET
  @RolesAllowed({"assessor", "automaker", "member", "analyst"})
  @Operation(
      operationId = "listAssessments",
      summary = "Assessments that the caller may see, oldest first",
      description =
          "Superseded ones are left out unless state asks for them; each names the one that counts"
              + " instead. Of an enterprise with which an assessor is in conflict of interest, it"
              + " sees what is published.")
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
        Response.ok(new AssessmentPage(page.stream().map(shown()).toList()));
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
  @APIResponse(
      responseCode = "403",
      description = "Another enterprise's, or the assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Assessment found = scope.visible(id);
    return TaggedAnswers.notModified(ifNoneMatch, found)
        .orElseGet(() -> TaggedAnswers.tagged(found, shown().apply(found)));
  }

  @GET
  @Path("/{id}/comparison")
  @RolesAllowed({"assessor", "automaker", "member", "analyst"})
  @Operation(
      operationId = "compareAssessments",
      summary = "A result beside another of the enterprise",
      description =
          "Without the parameter with, beside the newest before it that the caller may see and that"
              + " is in force or once was published.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ComparisonResponse.class)))
  @APIResponse(
      responseCode = "403",
      description = "Another enterprise's, or the assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(responseCode = "422", description = "The results are of two enterprises")
  public ComparisonResponse compare(
      @PathParam("id") String id, @QueryParam("with") @Nullable String with) {
    Assessment later = scope.visible(id);
    boolean full = scope.inFull().test(later);
    Assessment earlier =
        with == null
            ? comparisons
                .before(later, !full)
                .orElseThrow(
                    () ->
                        Problems.notFound(
                            "no-earlier-result", "the enterprise has no result before this"))
            : scope.visible(with);
    if (!earlier.enterprise().equals(later.enterprise())) {
      throw Problems.unprocessable(
          "not-comparable",
          "Results of two enterprises are not compared",
          List.of(new Fault("with", "other-enterprise", "with is another enterprise's")));
    }
    return ComparisonResponse.of(comparisons.compare(later, earlier), full);
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
  @APIResponse(
      responseCode = "409",
      description =
          "Neither SHARED nor AWARDED without a review due; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response confirm(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    Deed deed = scope.deed(id, ifMatch);
    return TaggedAnswers.after(assessments.confirm(deed), id);
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed("assessor")
  @Operation(
      operationId = "publishAssessment",
      summary = "The result goes to the members",
      description = "In the place of the one before, where the enterprise was assessed again.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "403", description = "The assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(
      responseCode = "409",
      description = "Neither CONFIRMED nor FINAL; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response publish(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    Deed deed = scope.deed(id, ifMatch);
    return TaggedAnswers.after(assessments.publish(deed), id);
  }

  @POST
  @Path("/{id}/reassessment")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(
      operationId = "reassess",
      summary = "Lets the enterprise answer again though its result is published",
      description = "Members go on seeing the result until the next one is published.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "403", description = "The assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(
      responseCode = "409",
      description = "Not PUBLISHED, or assessed again already; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "Without a reason")
  public Response reassess(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable ReassessmentRequest request) {
    Deed deed = scope.deed(id, ifMatch);
    return TaggedAnswers.after(assessments.reassess(deed, ReassessmentRequest.reason(request)), id);
  }

  private Function<Assessment, AssessmentResponse> shown() {
    Predicate<Assessment> inFull = scope.inFull();
    return assessment ->
        inFull.test(assessment)
            ? AssessmentResponse.of(assessment)
            : AssessmentResponse.brief(assessment);
  }
}
