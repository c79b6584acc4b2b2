package org.carbonpublicity.rating.edition.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.Explanation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a model has the class it has. */
@Path("/api/v1/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
class RatingResource {

  private final EditionReads reads;
  private final ExplanationReads explanations;

  RatingResource(EditionReads reads, ExplanationReads explanations) {
    this.reads = reads;
    this.explanations = explanations;
  }

  @GET
  @Path("/{modelCode}")
  @PermitAll
  @Operation(
      operationId = "explainRating",
      summary = "The rating of a model with everything it follows from")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExplanationResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "The edition has no such model")
  public Response explain(
      @PathParam("modelCode") String modelCode,
      @QueryParam("edition") @DefaultValue(EditionReads.LATEST) String edition,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Explanation explanation = explanations.find(edition, modelCode);
    Edition found = explanation.frame().edition();
    return reads.answer(
        edition, found, ifNoneMatch, () -> Response.ok(ExplanationResponse.of(explanation)));
  }
}
