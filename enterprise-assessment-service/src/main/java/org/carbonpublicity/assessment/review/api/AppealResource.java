package org.carbonpublicity.assessment.review.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.Deed;
import org.carbonpublicity.assessment.result.api.AssessmentResponse;
import org.carbonpublicity.assessment.result.api.AssessmentScope;
import org.carbonpublicity.assessment.result.api.TaggedAnswers;
import org.carbonpublicity.assessment.review.Appeal.Dispute;
import org.carbonpublicity.assessment.review.Appeal.RulingDraft;
import org.carbonpublicity.assessment.review.Appeals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The appeal about an assessment. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "reviews")
class AppealResource {

  private final Appeals appeals;
  private final AssessmentScope scope;
  private final Idempotency idempotency;
  private final Conflicts conflicts;
  private final Caller caller;

  AppealResource(
      Appeals appeals,
      AssessmentScope scope,
      Idempotency idempotency,
      Conflicts conflicts,
      Caller caller) {
    this.appeals = appeals;
    this.scope = scope;
    this.idempotency = idempotency;
    this.conflicts = conflicts;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/appeal")
  @RolesAllowed({"assessor", "automaker"})
  @Operation(operationId = "getAppeal", summary = "The appeal about an assessment")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AppealResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(
      responseCode = "403",
      description = "Another enterprise's, or the assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such appeal")
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Assessment assessment = scope.visible(id);
    if (caller.isAssessor()) {
      conflicts.refuse(caller.name(), assessment.enterprise());
    }
    return TaggedAnswers.notModified(ifNoneMatch, assessment)
        .orElseGet(() -> TaggedAnswers.tagged(assessment, shown(assessment)));
  }

  @POST
  @Path("/{id}/appeal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("automaker")
  @Operation(
      operationId = "fileAppeal",
      summary = "The enterprise disputes rejected items",
      description = "Once an assessment, before its response deadline.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AppealResponse.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(
      responseCode = "409",
      description = "Not SHARED, or the response deadline is over; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "An item cannot be disputed; all are named")
  public Response file(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Parameter(description = "At most 200 characters; kept per caller")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @Nullable AppealRequest request) {
    Deed deed = scope.deed(id, ifMatch);
    List<Dispute> disputes = AppealRequest.disputes(request);
    return idempotency.answer(
        caller.name(),
        idempotencyKey,
        "POST assessments/" + deed.assessment() + "/appeal " + request,
        () -> filed(deed, disputes, id));
  }

  private Response.ResponseBuilder filed(Deed deed, List<Dispute> disputes, String id) {
    Assessment after = appeals.file(deed, disputes).orElseThrow(() -> AssessmentScope.unknown(id));
    return TaggedAnswers.tag(Response.status(Response.Status.CREATED), after)
        .header(HttpHeaders.LOCATION, "/api/v1/assessments/" + after.id() + "/appeal")
        .entity(shown(after));
  }

  @POST
  @Path("/{id}/appeal/decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(
      operationId = "ruleOnItems",
      summary = "Upholds rejections or grants items",
      description =
          "By an assessor who was never assigned to the review; all of them are taken or none. A"
              + " later ruling replaces an earlier one until the appeal is decided.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AppealResponse.class)))
  @APIResponse(responseCode = "403", description = "A reviewer, or in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "Not APPEALED; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "A ruling cannot be taken; all are named")
  public Response rule(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable RulingsRequest request) {
    Deed deed = scope.deed(id, ifMatch);
    List<RulingDraft> rulings = RulingsRequest.drafts(request);
    Optional<Assessment> ruled = appeals.rule(deed, rulings);
    Assessment after = ruled.orElseThrow(() -> AssessmentScope.unknown(id));
    return TaggedAnswers.tagged(after, shown(after));
  }

  @POST
  @Path("/{id}/decision")
  @RolesAllowed("assessor")
  @Operation(
      operationId = "decideAppeal",
      summary = "Ends an appeal of which every item is ruled on",
      description = "It is scored again in the background and final.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "403", description = "A reviewer, or in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(
      responseCode = "409",
      description = "Not APPEALED, or incomplete: errors says which items are not ruled on")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response decide(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    Deed deed = scope.deed(id, ifMatch);
    return TaggedAnswers.after(appeals.decide(deed), id);
  }

  private AppealResponse shown(Assessment assessment) {
    return appeals
        .find(assessment.id())
        .map(appeal -> AppealResponse.of(assessment, appeal, caller.isAssessor()))
        .orElseThrow(
            () ->
                Problems.notFound("unknown-appeal", "there is no appeal about " + assessment.id()));
  }
}
