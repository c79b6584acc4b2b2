package org.carbonpublicity.assessment.result.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Language;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.ResultExplanation;
import org.carbonpublicity.assessment.result.ResultExplanations;
import org.carbonpublicity.assessment.scoring.BoundBy;
import org.carbonpublicity.assessment.scoring.DimensionCount;
import org.carbonpublicity.assessment.scoring.NextStars;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a result is what it is: for its enterprise and for assessors, since it names items. */
@Path("/api/v1/assessments/{id}/explanation")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "assessments")
class ExplanationResource {

  private final ResultExplanations explanations;
  private final AssessmentScope scope;
  private final Conflicts conflicts;
  private final Caller caller;

  ExplanationResource(
      ResultExplanations explanations, AssessmentScope scope, Conflicts conflicts, Caller caller) {
    this.explanations = explanations;
    this.scope = scope;
    this.conflicts = conflicts;
    this.caller = caller;
  }

  @Schema(name = "AssessmentExplanation")
  record ExplanationResponse(
      UUID assessment,
      int stars,
      BigDecimal scoreExact,
      BigDecimal mandatoryRatioPercent,
      BoundBy boundBy,
      @Schema(
              description =
                  "Which rule bound: \"133 points, but 10 of 15 mandatory items: 67 % < 80 %\"")
          String text,
      List<DimensionCount> dimensions,
      @Schema(description = "What the next star takes; absent with the most stars there are")
          @Nullable NextStars next) {

    static ExplanationResponse of(ResultExplanation explanation, boolean chinese) {
      Outcome outcome = explanation.assessment().outcome();
      return new ExplanationResponse(
          explanation.assessment().id(),
          outcome.award().stars(),
          outcome.score().percent(),
          outcome.mandatoryRatio().percent(),
          outcome.award().boundBy(),
          chinese ? explanation.chinese() : explanation.english(),
          outcome.dimensions(),
          explanation.next().orElse(null));
    }
  }

  @GET
  @RolesAllowed({"assessor", "automaker"})
  @Operation(
      operationId = "explainAssessment",
      summary = "Which rule bound a result, and the cheapest sets of items to the next star",
      description = "Texts in English, or in Chinese when Accept-Language prefers it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExplanationResponse.class)))
  @APIResponse(
      responseCode = "403",
      description = "Another enterprise's, or in conflict of interest")
  @APIResponse(responseCode = "404", description = "There is no such assessment")
  public Response get(
      @PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
    Assessment found = scope.visible(id);
    if (caller.isAssessor()) {
      // What is published may be seen in conflict of interest, but not item by item.
      conflicts.refuse(caller.name(), found.enterprise());
    }
    boolean chinese = Language.isChinese(acceptLanguage);
    return Response.ok(ExplanationResponse.of(explanations.of(found), chinese))
        .header(HttpHeaders.CONTENT_LANGUAGE, Language.name(chinese))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
