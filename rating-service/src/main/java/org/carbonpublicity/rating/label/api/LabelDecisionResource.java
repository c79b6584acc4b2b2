package org.carbonpublicity.rating.label.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.carbonpublicity.rating.http.Caller;
import org.carbonpublicity.rating.http.Idempotency;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.label.Label;
import org.carbonpublicity.rating.label.Labels;
import org.carbonpublicity.rating.label.credential.PublicAddresses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What analysts decide about labels. */
@Path("/api/v1/labels/{label}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "labels")
class LabelDecisionResource {

  private static final int LONGEST_REASON = 500;

  private final Labels labels;
  private final Caller caller;
  private final Idempotency idempotency;
  private final PublicAddresses addresses;
  private final Clock clock;

  LabelDecisionResource(
      Labels labels,
      Caller caller,
      Idempotency idempotency,
      PublicAddresses addresses,
      Clock clock) {
    this.labels = labels;
    this.caller = caller;
    this.idempotency = idempotency;
    this.addresses = addresses;
    this.clock = clock;
  }

  @POST
  @Path("/approval")
  @RolesAllowed("analyst")
  @Operation(
      operationId = "approveLabel",
      summary = "Issues the certificate, from the latest edition",
      description = "A suspended certificate of the same kind and model is revoked with it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such label")
  @APIResponse(
      responseCode = "409",
      description =
          "It is not applied for any more, or the latest edition does not bear it out; allowed"
              + " names what is possible")
  public Response approve(
      @PathParam("label") String reference,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    return LabelProblems.answering(
        () ->
            idempotency.answer(
                caller.actor(),
                idempotencyKey,
                "labels " + reference + " approval",
                () -> ok(labels.approve(reference, caller.actor()))));
  }

  @POST
  @Path("/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(operationId = "rejectLabel", summary = "Refuses an application, with the reason")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such label")
  @APIResponse(responseCode = "409", description = "Not in this state; allowed names what is")
  @APIResponse(responseCode = "422", description = "The reason is missing or too long")
  public Response reject(
      @PathParam("label") String reference, LabelRequest.@Nullable Reason request) {
    return decide(request, reason -> labels.reject(reference, reason, caller.actor()));
  }

  @POST
  @Path("/suspension")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(operationId = "suspendLabel", summary = "Suspends a valid certificate")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such label")
  @APIResponse(responseCode = "409", description = "Not in this state; allowed names what is")
  @APIResponse(responseCode = "422", description = "The reason is missing or too long")
  public Response suspend(
      @PathParam("label") String reference, LabelRequest.@Nullable Reason request) {
    return decide(request, reason -> labels.suspend(reference, reason, caller.actor()));
  }

  @POST
  @Path("/reinstatement")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(
      operationId = "reinstateLabel",
      summary = "Makes a suspended certificate valid again, if the latest edition bears it out")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such label")
  @APIResponse(
      responseCode = "409",
      description =
          "Not in this state, or the latest edition says something else; allowed names what is"
              + " possible")
  @APIResponse(responseCode = "422", description = "The reason is missing or too long")
  public Response reinstate(
      @PathParam("label") String reference, LabelRequest.@Nullable Reason request) {
    return decide(request, reason -> labels.reinstate(reference, reason, caller.actor()));
  }

  @POST
  @Path("/revocation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(operationId = "revokeLabel", summary = "Ends a certificate for good")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such label")
  @APIResponse(responseCode = "409", description = "Not in this state; allowed names what is")
  @APIResponse(responseCode = "422", description = "The reason is missing or too long")
  public Response revoke(
      @PathParam("label") String reference, LabelRequest.@Nullable Reason request) {
    return decide(request, reason -> labels.revoke(reference, reason, caller.actor()));
  }

  private Response decide(LabelRequest.@Nullable Reason request, Function<String, Label> decision) {
    String reason = request == null ? null : request.reason();
    if (reason == null || reason.isBlank()) {
      throw refused("required", "a reason is required");
    }
    if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw refused("invalid", "at most " + LONGEST_REASON + " characters, no NUL");
    }
    return LabelProblems.answering(() -> ok(decision.apply(reason.strip())).build());
  }

  private static RuntimeException refused(String code, String message) {
    return Problems.unprocessable(
        "invalid-reason", "The reason is wrong", List.of(new Fault("reason", code, message)));
  }

  private Response.ResponseBuilder ok(Label label) {
    return Response.ok(LabelResponse.of(label, clock.instant(), addresses));
  }
}
