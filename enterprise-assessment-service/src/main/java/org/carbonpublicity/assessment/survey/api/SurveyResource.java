package org.carbonpublicity.assessment.survey.api;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.submission.api.SubmissionReceipts;
import org.carbonpublicity.assessment.survey.Completeness;
import org.carbonpublicity.assessment.survey.CopiedForward;
import org.carbonpublicity.assessment.survey.Delegations;
import org.carbonpublicity.assessment.survey.ForwardCopies;
import org.carbonpublicity.assessment.survey.SavedAnswer;
import org.carbonpublicity.assessment.survey.Survey;
import org.carbonpublicity.assessment.survey.SurveyConflictException;
import org.carbonpublicity.assessment.survey.SurveyFaultException;
import org.carbonpublicity.assessment.survey.Surveys;
import org.carbonpublicity.assessment.survey.Surveys.Begun;
import org.carbonpublicity.assessment.window.NoOpenWindowException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Surveys: an enterprise gathers its answers, over days and by several people, and submits them.
 */
@Path("/api/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("automaker")
@SecurityRequirement(name = "token")
@Tag(name = "surveys")
class SurveyResource {

  private final Surveys surveys;
  private final Delegations delegations;
  private final ForwardCopies copies;
  private final SurveyAccess access;
  private final Idempotency idempotency;
  private final Caller caller;

  SurveyResource(
      Surveys surveys,
      Delegations delegations,
      ForwardCopies copies,
      SurveyAccess access,
      Idempotency idempotency,
      Caller caller) {
    this.surveys = surveys;
    this.delegations = delegations;
    this.copies = copies;
    this.access = access;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(
      name = "SurveyRequest",
      requiredProperties = {"guideline", "enterprise"})
  record SurveyRequest(@Nullable String guideline, @Nullable String enterprise) {}

  @Schema(name = "CopyRequest")
  record CopyRequest(
      @Schema(description = "Id of a submission; the enterprise's last one when absent")
          @Nullable UUID from) {}

  @Schema(name = "SurveyPage")
  record SurveyPage(List<Survey> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "beginSurvey",
      summary = "Begins an enterprise's survey, or finds the one that is there",
      description = "For the window that is open, or for the next one.")
  @APIResponse(
      responseCode = "200",
      description = "It is there already",
      content = @Content(schema = @Schema(implementation = SurveyResponse.class)))
  @APIResponse(
      responseCode = "201",
      description = "It begins",
      content = @Content(schema = @Schema(implementation = SurveyResponse.class)))
  @APIResponse(responseCode = "403", description = "Not the caller's enterprise")
  @APIResponse(responseCode = "409", description = "The last window has closed")
  @APIResponse(responseCode = "422", description = "Guideline or enterprise are not known")
  public Response begin(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable SurveyRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String enterprise = request.enterprise();
    if (enterprise != null && !caller.actsFor(enterprise)) {
      throw Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
    }
    return idempotency.answer(
        caller.name(),
        key,
        "POST surveys " + request,
        () -> begun(request.guideline(), enterprise));
  }

  private Response.ResponseBuilder begun(@Nullable String guideline, @Nullable String enterprise) {
    try {
      Begun begun = surveys.begin(guideline, enterprise, caller.name());
      return Response.status(begun.isNew() ? Response.Status.CREATED : Response.Status.OK)
          .header(HttpHeaders.LOCATION, "/api/v1/surveys/" + begun.survey().id())
          .entity(shown(new SurveyAccess.Granted(begun.survey(), true, Set.of())));
    } catch (SurveyFaultException e) {
      throw SurveyProblems.of(e);
    } catch (NoOpenWindowException e) {
      throw Problems.conflict("no-open-window", String.valueOf(e.getMessage()));
    }
  }

  @GET
  @Operation(
      operationId = "listSurveys",
      summary = "The caller's surveys, and those of which part is delegated to the caller")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SurveyPage.class)))
  public SurveyPage list() {
    Map<UUID, Survey> found = new LinkedHashMap<>();
    surveys.list(caller.enterprises()).forEach(survey -> found.put(survey.id(), survey));
    delegations.delegatedTo(caller.name()).forEach(survey -> found.put(survey.id(), survey));
    return new SurveyPage(List.copyOf(found.values()));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurvey",
      summary = "A survey with its answers, and what is still missing")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SurveyResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  public SurveyResponse get(@PathParam("id") String id) {
    return shown(access.granted(id));
  }

  private SurveyResponse shown(SurveyAccess.Granted granted) {
    Map<String, SavedAnswer> answers = surveys.answers(granted.survey());
    Completeness completeness =
        Completeness.of(surveys.guideline(granted.survey()), answers, granted::covers);
    return SurveyResponse.of(granted, completeness, answers);
  }

  @POST
  @Path("/{id}/copy")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "copyForward",
      summary = "Copies the answers of an earlier submission to where there is none yet")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CopiedForward.class)))
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  @APIResponse(responseCode = "409", description = "There is no earlier submission")
  public CopiedForward copy(@PathParam("id") String id, @Nullable CopyRequest request) {
    try {
      return copies.copyForward(
          access.own(id), request == null ? null : request.from(), caller.name());
    } catch (SurveyConflictException e) {
      throw SurveyProblems.of(e);
    }
  }

  @POST
  @Path("/{id}/submission")
  @Operation(
      operationId = "submitSurvey",
      summary = "Submits the answers; the survey can go on and be submitted again")
  @APIResponse(responseCode = "202", description = "The receipt, as of POST /api/v1/submissions")
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  @APIResponse(
      responseCode = "409",
      description = "The result is published, or the window of the survey is not open")
  @APIResponse(responseCode = "422", description = "All that is missing is named")
  public Response submit(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
    Survey survey = access.own(id);
    return idempotency.answer(
        caller.name(),
        key,
        "POST surveys/" + id + "/submission",
        () -> {
          try {
            return SubmissionReceipts.of(() -> surveys.submit(survey, caller.name()));
          } catch (SurveyConflictException e) {
            throw SurveyProblems.of(e);
          }
        });
  }
}
