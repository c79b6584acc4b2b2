package org.carbonpublicity.assessment.window.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import java.util.function.Predicate;
import org.carbonpublicity.assessment.http.Cursor;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.window.AssessmentWindow;
import org.carbonpublicity.assessment.window.InvalidWindowException;
import org.carbonpublicity.assessment.window.StaleWindowException;
import org.carbonpublicity.assessment.window.WindowConflictException;
import org.carbonpublicity.assessment.window.WindowDraft;
import org.carbonpublicity.assessment.window.Windows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Windows: everybody reads when they are, assessors plan them. */
@Path("/api/v1/assessment-windows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "windows")
class WindowResource {

  private final Windows windows;

  WindowResource(Windows windows) {
    this.windows = windows;
  }

  @Schema(name = "AssessmentWindowPage")
  record WindowPage(List<AssessmentWindow> items) {}

  @GET
  @PermitAll
  @Operation(operationId = "listAssessmentWindows", summary = "Windows by id")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WindowPage.class)))
  public Response list(
      @QueryParam("guideline") @Nullable String guideline,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    List<AssessmentWindow> found = windows.list(guideline, Cursor.decode(cursor), size + 1);
    List<AssessmentWindow> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer = Response.ok(new WindowPage(page));
    if (found.size() > size) {
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), page.get(size - 1).id()));
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "getAssessmentWindow", summary = "One window")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AssessmentWindow.class)))
  @APIResponse(responseCode = "404", description = "There is no such window")
  public Response get(@PathParam("id") String id) {
    AssessmentWindow window =
        windows
            .find(id)
            .orElseThrow(() -> Problems.notFound("unknown-window", "there is no window " + id));
    return answer(window).build();
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "putAssessmentWindow",
      summary = "Plans a window, or changes one",
      description =
          "Of a window that has opened, guideline, opening and assessors stay, and its deadline moves"
              + " only to later.")
  @APIResponse(
      responseCode = "200",
      description = "The window was changed",
      content = @Content(schema = @Schema(implementation = AssessmentWindow.class)))
  @APIResponse(
      responseCode = "201",
      description = "There is a new window",
      content = @Content(schema = @Schema(implementation = AssessmentWindow.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "Its guideline is not published, another window of it is open then, or it has opened")
  @APIResponse(responseCode = "412", description = "Not the version that the request expects")
  @APIResponse(responseCode = "422", description = "All that is wrong with it is named")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Nullable WindowDraft draft) {
    if (!WindowDraft.isId(id)) {
      throw Problems.invalidParameter(
          new Fault("id", "invalid", "1 to 40 letters, digits, dots, hyphens, underscores"));
    }
    if (draft == null) {
      throw Problems.malformedBody("the body is empty");
    }
    Predicate<Optional<AssessmentWindow>> expected =
        present ->
            EntityTag.permitsPut(
                ifMatch, ifNoneMatch, present.map(AssessmentWindow::tag).orElse(null));
    try {
      AssessmentWindow window = windows.plan(id, draft, expected);
      return answer(window)
          .status(window.version() == 1 ? Response.Status.CREATED : Response.Status.OK)
          .build();
    } catch (InvalidWindowException e) {
      throw Problems.unprocessable(
          "invalid-window",
          "The window breaks rules",
          e.violations().stream()
              .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
              .toList());
    } catch (WindowConflictException e) {
      throw Problems.conflict(e.code(), String.valueOf(e.getMessage()));
    } catch (StaleWindowException e) {
      throw Problems.preconditionFailed(String.valueOf(e.getMessage()));
    }
  }

  private static Response.ResponseBuilder answer(AssessmentWindow window) {
    return Response.ok(window).header(HttpHeaders.ETAG, EntityTag.quoted(window.tag()));
  }
}
