package org.carbonpublicity.assessment.review.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.api.AssessmentScope;
import org.carbonpublicity.assessment.review.Review;
import org.carbonpublicity.assessment.review.ReviewFilter;
import org.carbonpublicity.assessment.review.Reviews;
import org.carbonpublicity.assessment.review.Standing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What assessors have to do. */
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "reviews")
class ReviewListResource {

  private final Reviews reviews;
  private final Conflicts conflicts;
  private final Caller caller;

  ReviewListResource(Reviews reviews, Conflicts conflicts, Caller caller) {
    this.reviews = reviews;
    this.conflicts = conflicts;
    this.caller = caller;
  }

  /** A review in a list of work. */
  @Schema(name = "ReviewSummary")
  record ReviewSummary(
      UUID assessment,
      UUID submission,
      String guideline,
      String enterprise,
      String enterpriseName,
      AssessmentState state,
      Instant startedAt,
      @Nullable Instant completedAt,
      int assessorsRequired,
      List<String> assessors,
      @Schema(description = "Answers that need a decision") int items,
      int itemsUndecided,
      @Schema(description = "Waiting for the enterprise's answer") int itemsAsked,
      int disagreements,
      @Schema(description = "Not decided by the assessor that was asked for")
          @Nullable Integer itemsUndecidedByAssessor) {

    static ReviewSummary of(Review review, Assessment assessment, @Nullable String assessor) {
      return new ReviewSummary(
          assessment.id(),
          assessment.submission(),
          assessment.guideline(),
          assessment.enterprise(),
          assessment.enterpriseName(),
          assessment.state(),
          review.startedAt(),
          review.completedAt(),
          review.assessorsNeeded(),
          review.assessors(),
          review.items().size(),
          review.items(Standing.UNDECIDED).size(),
          review.items(Standing.ASKED).size(),
          review.items(Standing.DISAGREEMENT).size(),
          assessor == null ? null : review.undecidedBy(assessor).size());
    }
  }

  @Schema(name = "ReviewPage")
  record ReviewPage(List<ReviewSummary> items) {}

  @GET
  @RolesAllowed("assessor")
  @Operation(
      operationId = "listReviews",
      summary = "Reviews, in the order of their start",
      description =
          "Those of superseded assessments are left out unless state asks for them, and those of"
              + " enterprises with which the caller is in conflict of interest always.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewPage.class)))
  public Response list(
      @Parameter(description = "Subject of an assigned assessor's token; me is the caller's")
          @QueryParam("assessor")
          @Nullable String assessor,
      @Schema(implementation = AssessmentState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    Long after = Cursor.decodeNumber(cursor);
    String whom = "me".equals(assessor) ? caller.name() : assessor;
    ReviewFilter filter =
        new ReviewFilter(
            whom, AssessmentScope.parse(state), conflicts.enterprisesOf(caller.name()));
    List<Review> found = reviews.list(filter, after, size + 1);
    List<Review> page = found.subList(0, Math.min(size, found.size()));
    Map<UUID, Assessment> of =
        reviews.assessments(page).stream()
            .collect(Collectors.toMap(Assessment::id, Function.identity()));
    Response.ResponseBuilder answer =
        Response.ok(
            new ReviewPage(
                page.stream()
                    .map(
                        review ->
                            ReviewSummary.of(
                                review, Objects.requireNonNull(of.get(review.assessment())), whom))
                    .toList()));
    if (found.size() > size) {
      String last = Long.toString(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }
}
