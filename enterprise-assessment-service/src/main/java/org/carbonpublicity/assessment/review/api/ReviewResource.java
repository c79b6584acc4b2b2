package org.carbonpublicity.assessment.review.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.Assessments;
import org.carbonpublicity.assessment.result.Deed;
import org.carbonpublicity.assessment.result.PastScoring;
import org.carbonpublicity.assessment.result.api.AssessmentResponse;
import org.carbonpublicity.assessment.result.api.AssessmentScope;
import org.carbonpublicity.assessment.result.api.TaggedAnswers;
import org.carbonpublicity.assessment.review.DecisionDraft;
import org.carbonpublicity.assessment.review.Review;
import org.carbonpublicity.assessment.review.Reviews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The review of an assessment. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "reviews")
class ReviewResource {

  private final Reviews reviews;
  private final Assessments assessments;
  private final AssessmentScope scope;
  private final Conflicts conflicts;
  private final Caller caller;

  ReviewResource(
      Reviews reviews,
      Assessments assessments,
      AssessmentScope scope,
      Conflicts conflicts,
      Caller caller) {
    this.reviews = reviews;
    this.assessments = assessments;
    this.scope = scope;
    this.conflicts = conflicts;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/review")
  @RolesAllowed({"assessor", "automaker"})
  @Operation(operationId = "getReview", summary = "The review of an assessment")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(
      responseCode = "403",
      description = "Another enterprise's, or the assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such review")
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Assessment assessment = scope.visible(id);
    if (caller.isAssessor()) {
      conflicts.refuse(caller.name(), assessment.enterprise());
    }
    return TaggedAnswers.notModified(ifNoneMatch, assessment).orElseGet(() -> shown(assessment));
  }

  @POST
  @Path("/{id}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(
      operationId = "startReview",
      summary = "Begins the review of an assessment",
      description = "By the named assessors; by the caller when none is named.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "403", description = "An assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "Not AWARDED; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "Too few or too many assessors")
  public Response start(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable AssignmentRequest request) {
    Deed deed = scope.deed(id, ifMatch);
    return TaggedAnswers.after(reviews.start(deed, AssignmentRequest.assessors(request)), id);
  }

  @PUT
  @Path("/{id}/review/assessors")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(
      operationId = "assignReview",
      summary = "Says who reviews from now on",
      description =
          "Decisions of who is no longer assigned do not count, and its open questions are"
              + " withdrawn.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewResponse.class)))
  @APIResponse(responseCode = "403", description = "An assessor is in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "Not IN_REVIEW; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "Too few or too many assessors")
  public Response assign(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable AssignmentRequest request) {
    Deed deed = scope.deed(id, ifMatch);
    return shown(reviews.reassign(deed, AssignmentRequest.assessors(request)), id);
  }

  @POST
  @Path("/{id}/review/decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @Operation(
      operationId = "decideItems",
      summary = "Accepts, rejects or asks about items",
      description =
          "By an assigned assessor; all of them are taken or none. A later decision replaces an"
              + " earlier one of the assessor; repeating the same changes nothing. After an answer to"
              + " a question the item waits for the asker again.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewResponse.class)))
  @APIResponse(responseCode = "403", description = "Not assigned, or in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(responseCode = "409", description = "Not IN_REVIEW; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "A decision cannot be taken; all are named")
  public Response decide(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable DecisionsRequest request) {
    Deed deed = scope.deed(id, ifMatch);
    List<DecisionDraft> drafts = DecisionsRequest.drafts(request);
    return shown(reviews.decide(deed, drafts), id);
  }

  @POST
  @Path("/{id}/review/questions/{question}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("automaker")
  @Operation(operationId = "answerQuestion", summary = "The enterprise answers a question")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewResponse.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's")
  @APIResponse(responseCode = "404", description = "There is no such question")
  @APIResponse(
      responseCode = "409",
      description = "Not IN_REVIEW, or the question was answered or withdrawn")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  @APIResponse(responseCode = "422", description = "The answer is incomplete")
  public Response answer(
      @PathParam("id") String id,
      @PathParam("question") String question,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable QuestionAnswerRequest request) {
    Deed deed = scope.deed(id, ifMatch);
    QuestionAnswerRequest.Checked checked = QuestionAnswerRequest.checked(request);
    // An id that is none still is refused where nothing can be answered.
    UUID asked = Ids.parse(question).orElseGet(() -> new UUID(0, 0));
    Optional<Assessment> answered =
        reviews.answer(deed, asked, checked.answer(), checked.evidence());
    return shown(
        answered.orElseThrow(
            () -> Problems.notFound("unknown-question", "there is no question " + question)));
  }

  @POST
  @Path("/{id}/completion")
  @RolesAllowed("assessor")
  @Operation(
      operationId = "completeReview",
      summary = "Ends a review in which everything is decided and agreed",
      description = "It is scored again in the background and shared with the enterprise.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(responseCode = "403", description = "Not assigned, or in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  @APIResponse(
      responseCode = "409",
      description =
          "Not IN_REVIEW, or incomplete: errors says which items are not decided or agreed")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Response complete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    Deed deed = scope.deed(id, ifMatch);
    return TaggedAnswers.after(reviews.complete(deed), id);
  }

  private Response shown(Optional<Assessment> after, String id) {
    return shown(after.orElseThrow(() -> AssessmentScope.unknown(id)));
  }

  private Response shown(Assessment assessment) {
    Review review =
        reviews
            .find(assessment.id())
            .orElseThrow(
                () ->
                    Problems.notFound(
                        "unknown-review", "there is no review of " + assessment.id()));
    List<PastScoring> scorings = assessments.scorings(assessment.id());
    return TaggedAnswers.tagged(
        assessment,
        caller.isAssessor()
            ? ReviewResponse.forAssessors(assessment, review, scorings)
            : ReviewResponse.forEnterprise(assessment, review, scorings));
  }
}
