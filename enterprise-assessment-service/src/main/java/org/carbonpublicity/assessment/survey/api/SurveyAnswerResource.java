package org.carbonpublicity.assessment.survey.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.survey.SavedAnswer;
import org.carbonpublicity.assessment.survey.StaleAnswerException;
import org.carbonpublicity.assessment.survey.SurveyFaultException;
import org.carbonpublicity.assessment.survey.Surveys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The answers of a survey, each saved by itself. */
@Path("/api/v1/surveys/{id}/answers/{item}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("automaker")
@SecurityRequirement(name = "token")
@Tag(name = "surveys")
class SurveyAnswerResource {

  private static final Pattern VERSION = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*");

  private final Surveys surveys;
  private final SurveyAccess access;
  private final Caller caller;

  SurveyAnswerResource(Surveys surveys, SurveyAccess access, Caller caller) {
    this.surveys = surveys;
    this.access = access;
    this.caller = caller;
  }

  /** An answer without its item, which the path names. */
  @Schema(name = "SurveyAnswerRequest")
  record AnswerRequest(
      @Nullable Boolean met,
      @Nullable String evidence,
      @Nullable String comment,
      @Nullable BigDecimal number,
      @Nullable String date,
      @Nullable String choice,
      @Schema(description = "Ids of evidence files") @Nullable List<@Nullable UUID> files) {

    AnswerDraft draft(String item) {
      return new AnswerDraft(item, met, evidence, comment, number, date, choice, files);
    }
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "saveAnswer",
      summary = "Saves an answer, which need not be complete",
      description =
          "With If-Match only in the place of the version it names (\"0\": where there is none):"
              + " two people at one item do not undo each other's work.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SavedAnswer.class)))
  @APIResponse(responseCode = "403", description = "The item is not delegated to the caller")
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  @APIResponse(responseCode = "412", description = "Somebody else has saved it")
  @APIResponse(responseCode = "422", description = "It has a wrong form; all of it is named")
  public Response save(
      @PathParam("id") String id,
      @PathParam("item") String item,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable AnswerRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    try {
      SavedAnswer saved =
          surveys.save(
              access.fillable(id, item), request.draft(item), version(ifMatch), caller.name());
      return Response.ok(saved)
          .header(HttpHeaders.ETAG, EntityTag.quoted(Integer.toString(saved.version())))
          .build();
    } catch (SurveyFaultException e) {
      throw SurveyProblems.of(e);
    } catch (StaleAnswerException e) {
      throw Problems.preconditionFailed(String.valueOf(e.getMessage()));
    }
  }

  @DELETE
  @Operation(operationId = "clearAnswer", summary = "Takes an answer away")
  @APIResponse(responseCode = "204", description = "There is none any more")
  @APIResponse(responseCode = "403", description = "The item is not delegated to the caller")
  @APIResponse(responseCode = "404", description = "There is no such survey, or no answer")
  @APIResponse(responseCode = "412", description = "Somebody else has saved it")
  public void clear(
      @PathParam("id") String id,
      @PathParam("item") String item,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    try {
      if (!surveys.clear(access.fillable(id, item), item, version(ifMatch))) {
        throw Problems.notFound("unknown-answer", "there is no answer to " + item);
      }
    } catch (StaleAnswerException e) {
      throw Problems.preconditionFailed(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Integer version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.trim().equals("*")) {
      return null;
    }
    Matcher tag = VERSION.matcher(ifMatch);
    // A tag that this service never gave is that of no answer.
    return tag.matches() ? Integer.valueOf(tag.group(1)) : Integer.valueOf(-1);
  }
}
