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
import java.util.Locale;
import org.carbonpublicity.assessment.guideline.ActiveGuideline;
import org.carbonpublicity.assessment.guideline.Guidelines;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Guidelines, for everybody to read. */
@Path("/api/v1/guidelines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "guidelines")
class GuidelineResource {

  private final Guidelines guidelines;

  GuidelineResource(Guidelines guidelines) {
    this.guidelines = guidelines;
  }

  @Schema(name = "GuidelinePage")
  record GuidelinePage(List<GuidelineResponse> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "listGuidelines",
      summary = "All guidelines by id",
      description = "Texts in English, or in Chinese when Accept-Language prefers it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GuidelinePage.class)))
  public Response list(
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
      @Context UriInfo uri) {
    boolean chinese = chinese(acceptLanguage);
    int size = Cursor.limit(limit);
    List<ActiveGuideline> found = guidelines.list(Cursor.decode(cursor), size + 1);
    List<ActiveGuideline> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        answer(
            new GuidelinePage(
                page.stream().map(active -> GuidelineResponse.of(active, chinese)).toList()),
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
    boolean chinese = chinese(acceptLanguage);
    ActiveGuideline active =
        guidelines
            .find(id)
            .orElseThrow(
                () -> Problems.notFound("unknown-guideline", "there is no guideline " + id));
    return answer(GuidelineResponse.of(active, chinese), chinese).build();
  }

  private static Response.ResponseBuilder answer(Object body, boolean chinese) {
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_LANGUAGE, chinese ? "zh" : "en")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }

  /** Whether Chinese comes before English, and before "anything", in what the reader accepts. */
  private static boolean chinese(@Nullable String acceptLanguage) {
    try {
      for (var range : Locale.LanguageRange.parse(acceptLanguage == null ? "*" : acceptLanguage)) {
        String language = range.getRange();
        if (range.getWeight() > 0 && (language.equals("zh") || language.startsWith("zh-"))) {
          return true;
        }
        if (language.equals("*") || language.equals("en") || language.startsWith("en-")) {
          return false;
        }
      }
    } catch (IllegalArgumentException e) {
      // What cannot be read prefers nothing.
    }
    return false;
  }
}
