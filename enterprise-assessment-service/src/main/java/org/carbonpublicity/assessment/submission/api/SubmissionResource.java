package org.carbonpublicity.assessment.submission.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Idempotency;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.Submissions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Submissions: an automaker's for its own enterprises, an assessor's for any. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
class SubmissionResource {

  private final Submissions submissions;
  private final Idempotency idempotency;
  private final Conflicts conflicts;
  private final Caller caller;

  SubmissionResource(
      Submissions submissions, Idempotency idempotency, Conflicts conflicts, Caller caller) {
    this.submissions = submissions;
    this.idempotency = idempotency;
    this.conflicts = conflicts;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"automaker", "assessor"})
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "submitAnswers",
      summary = "Submits an enterprise's answers to a guideline",
      description =
          "Scored in the background: see state of the submission (Location). Replaces an earlier"
              + " submission of the enterprise to the guideline until its result is published.")
  @APIResponse(
      responseCode = "202",
      description = "Received; a request that comes again under its key is answered with the same",
      content = @Content(schema = @Schema(implementation = SubmissionResponse.Receipt.class)))
  @APIResponse(responseCode = "403", description = "Not the caller's enterprise")
  @APIResponse(
      responseCode = "409",
      description =
          "The result is published and not assessed again, a decision on it is under way or binds, the"
              + " guideline is not active, or no window is open")
  @APIResponse(
      responseCode = "422",
      description =
          "Items unknown, answered twice or missing, all of them named; or the idempotency key was"
              + " used for another request")
  public Response submit(
      @Parameter(description = "At most 200 characters; kept per caller")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @Nullable SubmissionRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String enterprise = request.enterprise();
    if (enterprise != null) {
      refuseStrangers(enterprise);
    }
    return idempotency.answer(
        caller.name(),
        idempotencyKey,
        // The text of a record names every component with its value.
        "POST submissions " + request,
        () -> SubmissionReceipts.of(() -> submissions.submit(request.draft(), caller.name())));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"automaker", "assessor"})
  @SecurityRequirement(name = "token")
  @Operation(operationId = "getSubmission", summary = "One submission with its answers")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubmissionResponse.class)))
  @APIResponse(
      responseCode = "403",
      description = "Another enterprise's, or the assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such submission")
  public SubmissionResponse get(@PathParam("id") String id) {
    Submission found =
        Ids.parse(id)
            .flatMap(submissions::find)
            .orElseThrow(
                () -> Problems.notFound("unknown-submission", "there is no submission " + id));
    refuseStrangers(found.enterprise());
    return SubmissionResponse.of(found);
  }

  private void refuseStrangers(String enterprise) {
    if (caller.isAssessor()) {
      conflicts.refuse(caller.name(), enterprise);
    } else if (!caller.actsFor(enterprise)) {
      throw Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
    }
  }
}
