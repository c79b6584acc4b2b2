package org.carbonpublicity.assessment.carbontarget.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CarbonTargets;
import org.carbonpublicity.assessment.carbontarget.Commitments;
import org.carbonpublicity.assessment.carbontarget.TargetDraft;
import org.carbonpublicity.assessment.carbontarget.TargetScope;
import org.carbonpublicity.assessment.carbontarget.TargetState;
import org.carbonpublicity.assessment.carbontarget.api.CommitmentRequest.Commitment;
import org.carbonpublicity.assessment.carbontarget.api.TargetViews.Seen;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Carbon targets: reading them, and what their enterprises do with them. */
@Path("/api/v1/carbon-targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "carbon targets")
class CarbonTargetResource {

  private static final int LONGEST_REASON = 2_000;

  private final CarbonTargets targets;
  private final Commitments commitments;
  private final TargetViews views;
  private final TargetAnswers answers;
  private final Idempotency idempotency;
  private final Caller caller;

  CarbonTargetResource(
      CarbonTargets targets,
      Commitments commitments,
      TargetViews views,
      TargetAnswers answers,
      Idempotency idempotency,
      Caller caller) {
    this.targets = targets;
    this.commitments = commitments;
    this.views = views;
    this.answers = answers;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "CarbonTargetPage")
  record CarbonTargetPage(List<CarbonTargetResponse> items) {}

  @Schema(
      name = "WithdrawalRequest",
      requiredProperties = {"reason"})
  record WithdrawalRequest(@Schema(maxLength = LONGEST_REASON) @Nullable String reason) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"automaker", "assessor"})
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "commitToTarget",
      summary = "Commits an enterprise to set itself a target",
      description = "Starts a clock of one year: until when is submissionDueOn.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "403", description = "Not the caller's enterprise")
  @APIResponse(responseCode = "422", description = "Not complete, or the enterprise is unknown")
  public Response commit(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Nullable CommitmentRequest request) {
    CommitmentRequest given = TargetAnswers.given(request);
    if (given.enterprise() != null) {
      views.requireOwn(given.enterprise());
    }
    return idempotency.answer(
        caller.name(), idempotencyKey, "POST carbon-targets " + given, () -> committed(given));
  }

  private Response.ResponseBuilder committed(CommitmentRequest request) {
    Commitment commitment = request.checked();
    CarbonTarget target =
        commitments
            .commit(
                commitment.enterprise(), commitment.scope(), commitment.boundary(), caller.name())
            .orElseThrow(
                () ->
                    Problems.unprocessable(
                        "unknown-enterprise",
                        "Unknown enterprise",
                        List.of(
                            new Fault(
                                "enterprise",
                                "unknown-enterprise",
                                "there is no enterprise " + commitment.enterprise()))));
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/v1/carbon-targets/" + target.id())
        .entity(answers.body(target));
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listCarbonTargets",
      summary = "Targets that the caller may see, oldest first",
      description =
          "Published ones for everyone; besides, an automaker sees those of its enterprises, an"
              + " expert those before their panels, an assessor all.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetPage.class)))
  public Response list(
      @QueryParam("enterprise") @Nullable String enterprise,
      @Schema(implementation = TargetState.class) @QueryParam("state") @Nullable String state,
      @Schema(implementation = TargetScope.class) @QueryParam("scope") @Nullable String scope,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    List<CarbonTarget> found =
        targets.list(
            views.filter(
                enterprise,
                Choice.of("state", state, TargetState.class),
                Choice.of("scope", scope, TargetScope.class)),
            after,
            size + 1);
    List<CarbonTarget> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new CarbonTargetPage(page.stream().map(answers::body).toList()));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "getCarbonTarget", summary = "One target")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return answers.unlessSame(views.find(id), ifNoneMatch);
  }

  @PUT
  @Path("/{id}/target")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"automaker", "assessor"})
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "defineTarget",
      summary = "Says what the target is: baseline, model, year",
      description = "Until it is submitted, and again after it was returned.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(responseCode = "409", description = "Not COMMITTED; allowed says what is")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(
      responseCode = "422",
      description = "Not a target, or below the least ambition of its model; all faults are named")
  public Response define(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable DefinitionRequest request) {
    own(id);
    TargetDraft draft = TargetAnswers.given(request).checked();
    return answers.ok(
        views.change(
            id, uuid -> commitments.define(uuid, draft, views.expected(ifMatch), caller.name())));
  }

  @POST
  @Path("/{id}/submission")
  @RolesAllowed({"automaker", "assessor"})
  @SecurityRequirement(name = "token")
  @Operation(operationId = "submitTarget", summary = "Hands the target to the experts")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(responseCode = "409", description = "Not COMMITTED; allowed says what is")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "Nothing is defined")
  public Response submit(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    own(id);
    return answers.ok(
        views.change(id, uuid -> commitments.submit(uuid, views.expected(ifMatch), caller.name())));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("automaker")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "withdrawTarget",
      summary = "Gives the target up, for good",
      description = "What was published stays visible, with the reason.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(responseCode = "409", description = "Withdrawn already")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "No reason is given")
  public Response withdraw(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable WithdrawalRequest request) {
    own(id);
    FieldFaults faults = new FieldFaults();
    String reason = faults.text("reason", TargetAnswers.given(request).reason(), LONGEST_REASON);
    faults.refuse("invalid-carbon-target", "The withdrawal is not complete");
    return answers.ok(
        views.change(
            id,
            uuid -> commitments.withdraw(uuid, reason, views.expected(ifMatch), caller.name())));
  }

  private void own(String id) {
    Seen seen = views.find(id);
    views.requireOwn(seen.target().enterprise());
  }
}
