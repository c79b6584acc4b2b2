package org.carbonpublicity.assessment.guideline.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.GuidelineComparison;
import org.carbonpublicity.assessment.guideline.GuidelineState;
import org.carbonpublicity.assessment.guideline.Guidelines;
import org.carbonpublicity.assessment.guideline.KeptGuideline;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Language;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Guidelines, for everybody to read; drafts for assessors only. */
@Path("/api/v1/guidelines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "guidelines")
class GuidelineResource {

  private final Guidelines guidelines;
  private final Caller caller;

  GuidelineResource(Guidelines guidelines, Caller caller) {
    this.guidelines = guidelines;
    this.caller = caller;
  }

  @Schema(name = "GuidelinePage")
  record GuidelinePage(List<GuidelineResponse> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "listGuidelines",
      summary = "All guidelines by id",
      description =
          "Texts in English, or in Chinese when Accept-Language prefers it. Assessors see drafts"
              + " too.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GuidelinePage.class)))
  public Response list(
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
      @Context UriInfo uri) {
    boolean chinese = Language.isChinese(acceptLanguage);
    int size = Cursor.limit(limit);
    List<KeptGuideline> found =
        guidelines.list(Cursor.decode(cursor), caller.isAssessor(), size + 1);
    List<KeptGuideline> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        answer(
            new GuidelinePage(
                page.stream().map(kept -> GuidelineResponse.of(kept, chinese)).toList()),
            chinese);
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), page.get(size - 1).guideline().id()));
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(
      operationId = "getGuideline",
      summary = "One guideline with its items and its table of stars",
      description = "Texts in English, or in Chinese when Accept-Language prefers it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GuidelineResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such guideline")
  public Response get(
      @PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
    boolean chinese = Language.isChinese(acceptLanguage);
    KeptGuideline kept = visible(id);
    return answer(GuidelineResponse.of(kept, chinese), chinese)
        .header(HttpHeaders.ETAG, EntityTag.quoted(kept.tag() + (chinese ? "-zh" : "-en")))
        .build();
  }

  @GET
  @Path("/{id}/definition")
  @PermitAll
  @Operation(
      operationId = "getGuidelineDefinition",
      summary = "A guideline as it was written, in both languages",
      description = "The ETag names this version in If-Match.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Guideline.class)))
  @APIResponse(responseCode = "404", description = "There is no such guideline")
  public Response definition(@PathParam("id") String id) {
    KeptGuideline kept = visible(id);
    return Response.ok(kept.guideline())
        .header(HttpHeaders.ETAG, EntityTag.quoted(kept.tag()))
        .build();
  }

  @GET
  @Path("/{id}/comparison")
  @PermitAll
  @Operation(
      operationId = "compareGuidelines",
      summary = "What a guideline changes against another one",
      description = "Against the one it replaces, unless another is named.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GuidelineComparison.class)))
  @APIResponse(responseCode = "400", description = "There is none it could be compared with")
  @APIResponse(responseCode = "404", description = "There is no such guideline")
  public GuidelineComparison comparison(
      @PathParam("id") String id, @QueryParam("with") @Nullable String with) {
    Guideline after = visible(id).guideline();
    String before = with == null ? after.replaces() : with;
    if (before == null) {
      throw Problems.invalidParameter(
          new Fault(
              "with", "missing", id + " replaces no guideline: name the one to compare with"));
    }
    return GuidelineComparison.of(visible(before).guideline(), after);
  }

  private KeptGuideline visible(String id) {
    return Optional.of(id)
        .flatMap(guidelines::find)
        .filter(kept -> kept.state() != GuidelineState.DRAFT || caller.isAssessor())
        .orElseThrow(() -> unknown(id));
  }

  static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-guideline", "there is no guideline " + id);
  }

  private static Response.ResponseBuilder answer(Object body, boolean chinese) {
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_LANGUAGE, Language.name(chinese))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
