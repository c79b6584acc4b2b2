package org.carbonpublicity.assessment.survey.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Language;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.survey.SavedAnswer;
import org.carbonpublicity.assessment.survey.Survey;
import org.carbonpublicity.assessment.survey.SurveyFaultException;
import org.carbonpublicity.assessment.survey.Surveys;
import org.carbonpublicity.assessment.survey.form.SheetFault;
import org.carbonpublicity.assessment.survey.form.SheetReader;
import org.carbonpublicity.assessment.survey.form.SheetWriter;
import org.carbonpublicity.assessment.survey.form.UnreadableSheetException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A survey as a workbook: downloaded, filled in, uploaded. */
@Path("/api/v1/surveys/{id}/form")
@RolesAllowed("automaker")
@SecurityRequirement(name = "token")
@Tag(name = "surveys")
class SurveyFormResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Surveys surveys;
  private final SurveyAccess access;
  private final Caller caller;

  SurveyFormResource(Surveys surveys, SurveyAccess access, Caller caller) {
    this.surveys = surveys;
    this.access = access;
    this.caller = caller;
  }

  /**
   * What an upload did.
   *
   * @param errors everything that is wrong; nothing was saved then
   */
  @Schema(name = "SurveyFormReport")
  record FormReport(boolean dryRun, int answers, List<SheetFault> errors) {}

  @GET
  @Produces(XLSX)
  @Operation(
      operationId = "downloadSurveyForm",
      summary = "The survey as a workbook, with the answers so far",
      description = "In English, or in Chinese when Accept-Language prefers it.")
  @APIResponse(responseCode = "200", description = "The workbook")
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  public Response download(
      @PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
    Survey survey = access.own(id);
    boolean chinese = Language.isChinese(acceptLanguage);
    String name =
        (chinese ? "问卷-" : "survey-") + survey.guideline() + "-" + survey.enterprise() + ".xlsx";
    return Response.ok(
            SheetWriter.write(surveys.guideline(survey), surveys.answers(survey), chinese))
        .header(HttpHeaders.CONTENT_LANGUAGE, Language.name(chinese))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .build();
  }

  /** Of any type, so that who may not is told so first. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "uploadSurveyForm",
      summary = "Takes the answers of a filled-in workbook over, all or none",
      description = "A row without answer, evidence and comment leaves what is there.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FormReport.class)))
  @APIResponse(responseCode = "404", description = "There is no such survey for the caller")
  @APIResponse(responseCode = "415", description = "The body is not sent as an .xlsx workbook")
  @APIResponse(responseCode = "422", description = "All that is wrong is named; nothing is saved")
  public FormReport upload(
      @PathParam("id") String id,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      byte[] workbook) {
    if (!dryRun.equals("true") && !dryRun.equals("false")) {
      throw Problems.invalidParameter(new Fault("dryRun", "invalid", "true or false"));
    }
    Survey survey = access.own(id);
    if (contentType == null || !contentType.startsWith(XLSX)) {
      throw new NotSupportedException();
    }
    Guideline guideline = surveys.guideline(survey);
    try {
      SheetReader.Filled filled = SheetReader.read(guideline, workbook);
      boolean trial = dryRun.equals("true");
      if (!filled.faults().isEmpty() && !trial) {
        throw Problems.unprocessableRows(
            "invalid-form", "The workbook has faults", filled.faults().size(), filled.faults());
      }
      if (!trial) {
        surveys.saveAll(
            survey, withFiles(filled.answers(), surveys.answers(survey)), caller.name());
      }
      return new FormReport(trial, filled.answers().size(), filled.faults());
    } catch (UnreadableSheetException e) {
      throw Problems.unprocessable(
          "unreadable-form",
          "The file is not a workbook of answers",
          List.of(new Fault("body", e.code(), String.valueOf(e.getMessage()))));
    } catch (SurveyFaultException e) {
      throw SurveyProblems.of(e);
    }
  }

  /** A workbook says nothing of files: those that are there stay. */
  private static List<AnswerDraft> withFiles(
      List<AnswerDraft> answers, Map<String, SavedAnswer> present) {
    return answers.stream()
        .map(
            answer -> {
              SavedAnswer saved = present.get(answer.item());
              List<@Nullable UUID> files = saved == null ? null : saved.answer().files();
              return new AnswerDraft(
                  answer.item(),
                  answer.met(),
                  answer.evidence(),
                  answer.comment(),
                  answer.number(),
                  answer.date(),
                  answer.choice(),
                  files);
            })
        .toList();
  }
}
