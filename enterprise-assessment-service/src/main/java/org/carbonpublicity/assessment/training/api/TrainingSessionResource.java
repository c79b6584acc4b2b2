package org.carbonpublicity.assessment.training.api;

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
import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.training.Certificate;
import org.carbonpublicity.assessment.training.Certificates;
import org.carbonpublicity.assessment.training.SessionPlan;
import org.carbonpublicity.assessment.training.SessionState;
import org.carbonpublicity.assessment.training.TrainingSession;
import org.carbonpublicity.assessment.training.TrainingSessions;
import org.carbonpublicity.assessment.training.api.SessionRequests.ResultsRequest;
import org.carbonpublicity.assessment.training.api.SessionRequests.SessionRequest;
import org.carbonpublicity.assessment.training.api.TrainingResponses.CertificatePage;
import org.carbonpublicity.assessment.training.api.TrainingResponses.CertificateResponse;
import org.carbonpublicity.assessment.training.api.TrainingResponses.ResultsEntered;
import org.carbonpublicity.assessment.training.api.TrainingResponses.SessionPage;
import org.carbonpublicity.assessment.training.api.TrainingResponses.SessionResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Training sessions, which assessors hold. */
@Path("/api/v1/training-sessions")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "training")
class TrainingSessionResource {

  private final TrainingSessions sessions;
  private final Certificates certificates;
  private final Idempotency idempotency;
  private final Caller caller;

  TrainingSessionResource(
      TrainingSessions sessions,
      Certificates certificates,
      Idempotency idempotency,
      Caller caller) {
    this.sessions = sessions;
    this.certificates = certificates;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(operationId = "planTrainingSession", summary = "Plans a session")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SessionResponse.class)))
  @APIResponse(responseCode = "422", description = "Not complete; all faults are named")
  public Response plan(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Nullable SessionRequest request) {
    SessionRequest given = SessionRequests.given(request);
    return idempotency.answer(
        caller.name(),
        idempotencyKey,
        "POST training-sessions " + given,
        () -> {
          TrainingSession session = sessions.plan(given.checked(), caller.name());
          return Response.status(Response.Status.CREATED)
              .header(HttpHeaders.LOCATION, "/api/v1/training-sessions/" + session.id())
              .entity(SessionResponse.of(session));
        });
  }

  @GET
  @RolesAllowed({"assessor", "automaker", "analyst", "member"})
  @Operation(operationId = "listTrainingSessions", summary = "Sessions, in the order of planning")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionPage.class)))
  public Response list(
      @Schema(implementation = SessionState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    List<TrainingSession> found =
        sessions.list(state(state), Cursor.decodeNumber(cursor), size + 1);
    List<TrainingSession> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new SessionPage(page.stream().map(SessionResponse::of).toList()));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  private static @Nullable SessionState state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(SessionState.values())
        .filter(known -> known.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalidParameter(
                    new Fault(
                        "state",
                        "unknown",
                        "known are " + Arrays.toString(SessionState.values()))));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"assessor", "automaker", "analyst", "member"})
  @Operation(operationId = "getTrainingSession", summary = "One session")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such session")
  public SessionResponse get(@PathParam("id") String id) {
    return SessionResponse.of(Refusals.of(id, sessions::find));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(operationId = "changeTrainingSession", summary = "Plans a session anew")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such session")
  @APIResponse(responseCode = "409", description = "Not PLANNED any more")
  @APIResponse(
      responseCode = "422",
      description = "Not complete, or more are registered than could take part")
  public SessionResponse change(@PathParam("id") String id, @Nullable SessionRequest request) {
    SessionPlan plan = SessionRequests.given(request).checked();
    return SessionResponse.of(Refusals.of(id, uuid -> sessions.change(uuid, plan)));
  }

  @POST
  @Path("/{id}/holding")
  @RolesAllowed("assessor")
  @Operation(operationId = "holdTrainingSession", summary = "The session took place")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such session")
  @APIResponse(responseCode = "409", description = "Not PLANNED; allowed says what is")
  public SessionResponse hold(@PathParam("id") String id) {
    return SessionResponse.of(Refusals.of(id, sessions::hold));
  }

  @POST
  @Path("/{id}/closure")
  @RolesAllowed("assessor")
  @Operation(
      operationId = "closeTrainingSession",
      summary = "No result is entered and no certificate issued any more")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such session")
  @APIResponse(responseCode = "409", description = "Not HELD; allowed says what is")
  public SessionResponse close(@PathParam("id") String id) {
    return SessionResponse.of(Refusals.of(id, sessions::close));
  }

  @PUT
  @Path("/{id}/results")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(
      operationId = "enterTrainingResults",
      summary = "Enters who attended and how the exam went, all or none",
      description = "A later result replaces an earlier one, until a certificate rests on it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ResultsEntered.class)))
  @APIResponse(responseCode = "404", description = "There is no such session")
  @APIResponse(responseCode = "409", description = "Not HELD; allowed says what is")
  @APIResponse(responseCode = "422", description = "All faults are named, nothing is entered")
  public ResultsEntered enter(@PathParam("id") String id, @Nullable ResultsRequest request) {
    var results = SessionRequests.given(request).checked();
    return new ResultsEntered(Refusals.of(id, uuid -> sessions.enter(uuid, results)));
  }

  @POST
  @Path("/{id}/certificates")
  @RolesAllowed("assessor")
  @Operation(
      operationId = "issueTrainingCertificates",
      summary = "Issues certificates to all who attended, passed and have none",
      description = "Called again, it issues to those whose results came since.")
  @APIResponse(
      responseCode = "201",
      description = "What was issued now",
      content = @Content(schema = @Schema(implementation = CertificatePage.class)))
  @APIResponse(responseCode = "404", description = "There is no such session")
  @APIResponse(responseCode = "409", description = "Not HELD; allowed says what is")
  public Response issue(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.answer(
        caller.name(),
        idempotencyKey,
        "POST training-sessions " + id + " certificates",
        () -> {
          List<Certificate> issued =
              Refusals.of(id, uuid -> certificates.issue(uuid, caller.name()));
          return Response.status(Response.Status.CREATED)
              .entity(
                  new CertificatePage(
                      issued.stream()
                          .map(one -> CertificateResponse.of(one, certificates.status(one)))
                          .toList()));
        });
  }
}
