package org.carbonpublicity.assessment.guideline.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.GuidelineConflictException;
import org.carbonpublicity.assessment.guideline.GuidelineDraft;
import org.carbonpublicity.assessment.guideline.Guidelines;
import org.carbonpublicity.assessment.guideline.InvalidGuidelineException;
import org.carbonpublicity.assessment.guideline.KeptGuideline;
import org.carbonpublicity.assessment.guideline.StaleGuidelineException;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Writing guidelines: assessors draft, publish and retire them. */
@Path("/api/v1/guidelines/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("assessor")
@SecurityRequirement(name = "token")
@Tag(name = "guidelines")
class GuidelineEditingResource {

  private final Guidelines guidelines;

  GuidelineEditingResource(Guidelines guidelines) {
    this.guidelines = guidelines;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putGuideline",
      summary = "Writes a draft, new or in the place of the one of that id",
      description =
          "With If-Match only in the place of the version it names; with If-None-Match: * only when"
              + " there is none.")
  @APIResponse(
      responseCode = "200",
      description = "The draft was changed",
      content = @Content(schema = @Schema(implementation = GuidelineResponse.class)))
  @APIResponse(
      responseCode = "201",
      description = "There is a new draft",
      content = @Content(schema = @Schema(implementation = GuidelineResponse.class)))
  @APIResponse(responseCode = "409", description = "It is published: another text is another id")
  @APIResponse(responseCode = "412", description = "Not the version that the request expects")
  @APIResponse(responseCode = "422", description = "All that is wrong with it is named")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Nullable GuidelineDraft draft) {
    if (!GuidelineDraft.isId(id)) {
      throw Problems.invalidParameter(
          new Fault("id", "invalid", "1 to 40 letters, digits, dots, hyphens, underscores"));
    }
    if (draft == null) {
      throw Problems.malformedBody("the body is empty");
    }
    Predicate<Optional<KeptGuideline>> expected =
        present ->
            EntityTag.permitsPut(
                ifMatch, ifNoneMatch, present.map(KeptGuideline::tag).orElse(null));
    try {
      Guideline guideline = draft.check(id);
      KeptGuideline kept = guidelines.draft(guideline, expected);
      return answer(kept)
          .status(kept.version() == 1 ? Response.Status.CREATED : Response.Status.OK)
          .build();
    } catch (InvalidGuidelineException e) {
      throw Problems.unprocessable(
          "invalid-guideline",
          "The guideline breaks rules",
          e.violations().stream()
              .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
              .toList());
    } catch (GuidelineConflictException e) {
      throw conflict(e);
    } catch (StaleGuidelineException e) {
      throw Problems.preconditionFailed(String.valueOf(e.getMessage()));
    }
  }

  @POST
  @Path("/activation")
  @Operation(
      operationId = "activateGuideline",
      summary = "Publishes a draft: its text stays from now on")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GuidelineResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such guideline")
  @APIResponse(responseCode = "409", description = "It is no draft; allowed says what is possible")
  @APIResponse(responseCode = "412", description = "Not the version that the request expects")
  public Response activate(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return transition(id, expected -> guidelines.activate(id, expected), ifMatch);
  }

  @POST
  @Path("/retirement")
  @Operation(
      operationId = "retireGuideline",
      summary = "Ends the time in which a guideline is answered; what was answered stays")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GuidelineResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such guideline")
  @APIResponse(responseCode = "409", description = "It is not active, or a window is open")
  @APIResponse(responseCode = "412", description = "Not the version that the request expects")
  public Response retire(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return transition(id, expected -> guidelines.retire(id, expected), ifMatch);
  }

  @DELETE
  @Operation(operationId = "discardGuideline", summary = "Takes a draft away")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "404", description = "There is no such guideline")
  @APIResponse(responseCode = "409", description = "It is no draft: what was published stays")
  public void discard(@PathParam("id") String id) {
    try {
      if (!guidelines.discard(id)) {
        throw GuidelineResource.unknown(id);
      }
    } catch (GuidelineConflictException e) {
      throw conflict(e);
    }
  }

  private static Response transition(
      String id,
      Function<Predicate<KeptGuideline>, Optional<KeptGuideline>> action,
      @Nullable String ifMatch) {
    try {
      return action
          .apply(present -> EntityTag.permits(ifMatch, present.tag()))
          .map(kept -> answer(kept).build())
          .orElseThrow(() -> GuidelineResource.unknown(id));
    } catch (GuidelineConflictException e) {
      throw conflict(e);
    } catch (StaleGuidelineException e) {
      throw Problems.preconditionFailed(String.valueOf(e.getMessage()));
    }
  }

  private static Response.ResponseBuilder answer(KeptGuideline kept) {
    return Response.ok(GuidelineResponse.of(kept, false))
        .header(HttpHeaders.ETAG, EntityTag.quoted(kept.tag()));
  }

  private static RuntimeException conflict(GuidelineConflictException e) {
    return Problems.conflict(
        e.code(), String.valueOf(e.getMessage()), e.state().name(), e.state().transitions());
  }
}
