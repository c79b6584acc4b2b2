package org.carbonpublicity.assessment.survey.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.survey.Delegation;
import org.carbonpublicity.assessment.survey.Delegations;
import org.carbonpublicity.assessment.survey.Survey;
import org.carbonpublicity.assessment.survey.SurveyFaultException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who else fills in parts of a survey. */
@Path("/api/v1/surveys/{id}/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("automaker")
@SecurityRequirement(name = "token")
@Tag(name = "surveys")
class DelegationResource {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_NOTE = 500;

  private final Delegations delegations;
  private final SurveyAccess access;
  private final Idempotency idempotency;
  private final Caller caller;

  DelegationResource(
      Delegations delegations, SurveyAccess access, Idempotency idempotency, Caller caller) {
    this.delegations = delegations;
    this.access = access;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(
      name = "DelegationRequest",
      requiredProperties = {"subject", "items"})
  record DelegationRequest(
      @Schema(description = "Subject of the token of the person") @Nullable String subject,
      @Schema(description = "Codes of the items") @Nullable List<@Nullable String> items,
      @Nullable String note,
      @Schema(description = "From when on it is over, as 2025-03-01T00:00:00+08:00")
          @Nullable String until) {}

  @Schema(name = "DelegationPage")
  record DelegationPage(List<Delegation> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "delegateItems",
      summary = "Lets somebody else fill in items of the survey, until it is ended or over")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Delegation.class)))
  @APIResponse(responseCode = "403", description = "What is delegated is not delegated further")
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  @APIResponse(responseCode = "422", description = "All that is wrong is named")
  public Response delegate(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable DelegationRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    Survey survey = access.own(id);
    FieldFaults faults = new FieldFaults();
    String subject = faults.text("subject", request.subject(), LONGEST_SUBJECT);
    String note = faults.optionalText("note", request.note(), LONGEST_NOTE);
    Instant until = moment(faults, request.until());
    List<@Nullable String> items = request.items() == null ? List.of() : request.items();
    if (items.isEmpty() || items.stream().anyMatch(Objects::isNull)) {
      faults.add("items", "missing", "the codes of the items are needed");
    }
    faults.refuse("invalid-delegation", "The delegation breaks rules");
    List<String> codes = items.stream().filter(Objects::nonNull).map(String::valueOf).toList();
    return idempotency.answer(
        caller.name(),
        key,
        "POST surveys/" + id + "/delegations " + request,
        () -> {
          try {
            return Response.status(Response.Status.CREATED)
                .entity(delegations.delegate(survey, subject, codes, note, until, caller.name()));
          } catch (SurveyFaultException e) {
            throw SurveyProblems.of(e);
          }
        });
  }

  private static @Nullable Instant moment(FieldFaults faults, @Nullable String text) {
    try {
      return text == null
          ? null
          : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      faults.add("until", "invalid", "until is a time as 2025-03-01T00:00:00+08:00");
      return null;
    }
  }

  @GET
  @Operation(operationId = "listDelegations", summary = "Delegations of a survey, ended ones too")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DelegationPage.class)))
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  public DelegationPage list(@PathParam("id") String id) {
    return new DelegationPage(delegations.list(access.own(id)));
  }

  @DELETE
  @Path("/{delegation}")
  @Operation(operationId = "endDelegation", summary = "Ends a delegation at once")
  @APIResponse(responseCode = "204", description = "It has ended")
  @APIResponse(responseCode = "404", description = "There is none that has not ended")
  public void end(@PathParam("id") String id, @PathParam("delegation") String delegation) {
    Survey survey = access.own(id);
    boolean ended =
        Ids.parse(delegation)
            .filter(found -> delegations.end(survey, found, caller.name()))
            .isPresent();
    if (!ended) {
      throw Problems.notFound("unknown-delegation", "there is no delegation " + delegation);
    }
  }
}
