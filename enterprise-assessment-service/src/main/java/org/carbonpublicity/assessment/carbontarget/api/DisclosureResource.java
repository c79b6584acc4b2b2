package org.carbonpublicity.assessment.carbontarget.api;

import jakarta.annotation.security.PermitAll;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CarbonTargets;
import org.carbonpublicity.assessment.carbontarget.Disclosures;
import org.carbonpublicity.assessment.carbontarget.HistoryEntry;
import org.carbonpublicity.assessment.carbontarget.TargetFact;
import org.carbonpublicity.assessment.carbontarget.TargetState;
import org.carbonpublicity.assessment.carbontarget.api.TargetViews.Seen;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The publication of targets, their paths, progress and histories. */
@Path("/api/v1/carbon-targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "carbon targets")
class DisclosureResource {

  private static final int LONGEST_COMMENT = 2_000;

  private final CarbonTargets targets;
  private final Disclosures disclosures;
  private final TargetViews views;
  private final TargetAnswers answers;
  private final Idempotency idempotency;
  private final Caller caller;

  DisclosureResource(
      CarbonTargets targets,
      Disclosures disclosures,
      TargetViews views,
      TargetAnswers answers,
      Idempotency idempotency,
      Caller caller) {
    this.targets = targets;
    this.disclosures = disclosures;
    this.views = views;
    this.answers = answers;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(
      name = "ProgressRequest",
      requiredProperties = {"value"})
  record ProgressRequest(
      @Schema(description = "In the unit of the baseline") @Nullable BigDecimal value,
      @Schema(description = "Ids of files") @Nullable List<@Nullable UUID> evidence,
      @Schema(maxLength = LONGEST_COMMENT) @Nullable String comment) {}

  @Schema(name = "CarbonTargetPath")
  record PathResponse(String unit, List<PathPoint> points) {}

  @Schema(name = "CarbonTargetPathPoint")
  record PathPoint(
      int year,
      @Schema(description = "To ten decimals; decisions use the exact fraction")
          BigDecimal allowedValue) {}

  @Schema(name = "CarbonTargetHistory")
  record HistoryPage(List<EntryResponse> items) {}

  @Schema(name = "CarbonTargetHistoryEntry")
  record EntryResponse(
      TargetFact fact,
      @Schema(description = "After it") TargetState state,
      @Schema(description = "Not for the public") @Nullable String detail,
      @Schema(description = "Not for the public; none where the platform did it")
          @Nullable String actor,
      Instant at) {

    static EntryResponse of(HistoryEntry entry, TargetView view) {
      boolean inside = view.isInside();
      return new EntryResponse(
          entry.fact(),
          entry.state(),
          inside ? entry.detail() : null,
          inside ? entry.actor() : null,
          entry.at());
    }
  }

  @POST
  @Path("/{id}/publication")
  @RolesAllowed("assessor")
  @SecurityRequirement(name = "token")
  @Operation(operationId = "publishTarget", summary = "The target goes to everyone")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such target")
  @APIResponse(responseCode = "409", description = "Not VALIDATED; allowed says what is")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response publish(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answers.ok(
        views.change(
            id, uuid -> disclosures.publish(uuid, views.expected(ifMatch), caller.name())));
  }

  @POST
  @Path("/{id}/checkpoints/{year}/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"automaker", "assessor"})
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "reportProgress",
      summary = "Reports what a year came to",
      description = "A later report of the year corrects the one before, which is kept.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CarbonTargetResponse.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's")
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  @APIResponse(responseCode = "409", description = "Not PUBLISHED; allowed says what is")
  @APIResponse(responseCode = "422", description = "No checkpoint, or its year is not over")
  public Response report(
      @PathParam("id") String id,
      @PathParam("year") int year,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Nullable ProgressRequest request) {
    views.requireOwn(views.find(id).target().enterprise());
    ProgressRequest given = TargetAnswers.given(request);
    return idempotency.answer(
        caller.name(),
        idempotencyKey,
        "POST carbon-targets %s reports %d %s".formatted(id, year, given),
        () -> reported(id, year, given));
  }

  private Response.ResponseBuilder reported(String id, int year, ProgressRequest request) {
    FieldFaults faults = new FieldFaults();
    BigDecimal value = Decimals.needed(faults, "value", request.value());
    List<UUID> evidence = DefinitionRequest.evidence(faults, "evidence", request.evidence());
    String comment = faults.optionalText("comment", request.comment(), LONGEST_COMMENT);
    faults.refuse("invalid-carbon-target", "The report is not complete");
    CarbonTarget target =
        views.change(
            id, uuid -> disclosures.report(uuid, year, value, evidence, comment, caller.name()));
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/v1/carbon-targets/" + target.id())
        .entity(answers.body(target));
  }

  @GET
  @Path("/{id}/path")
  @PermitAll
  @Operation(operationId = "getTargetPath", summary = "What is allowed in each year")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PathResponse.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no target that the caller may see, or it is not defined yet")
  public PathResponse path(@PathParam("id") String id) {
    CarbonTarget target = views.find(id).target();
    if (target.definition() == null) {
      throw Problems.notFound("undefined-carbon-target", "the target is not defined yet");
    }
    return new PathResponse(
        target.definition().baseline().unit().symbol(),
        target.path().orElseThrow().allowed().entrySet().stream()
            .map(point -> new PathPoint(point.getKey(), point.getValue().shown()))
            .toList());
  }

  @GET
  @Path("/{id}/history")
  @PermitAll
  @Operation(
      operationId = "getTargetHistory",
      summary = "What happened to a target, in order",
      description = "The public reads what became public, without who did it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HistoryPage.class)))
  @APIResponse(responseCode = "404", description = "There is none that the caller may see")
  public Response history(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    Seen seen = views.find(id);
    List<HistoryEntry> found =
        targets.history(seen.target().id()).stream()
            .filter(entry -> after == null || entry.number() > after)
            .filter(entry -> seen.view().reads(entry.fact().audience()))
            .toList();
    List<HistoryEntry> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(
            new HistoryPage(
                page.stream().map(entry -> EntryResponse.of(entry, seen.view())).toList()));
    if (found.size() > size) {
      String last = Integer.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }
}
