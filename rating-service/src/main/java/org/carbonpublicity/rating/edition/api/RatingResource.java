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
import org.carbonpublicity.rating.edition.CategoryMean;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.edition.persistence.RatingRepository;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.scheme.Schemes;
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
  private final RatingRepository ratings;
  private final Schemes schemes;

  RatingResource(EditionReads reads, RatingRepository ratings, Schemes schemes) {
    this.reads = reads;
    this.ratings = ratings;
    this.schemes = schemes;
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
    Edition found = reads.find(edition);
    ModelRating rating =
        ratings
            .find(found.number(), modelCode)
            .orElseThrow(
                () ->
                    Problems.notFound(
                        "unknown-vehicle-model",
                        "edition %d has no model of this code".formatted(found.number())));
    return reads.answer(
        edition,
        found,
        ifNoneMatch,
        () ->
            Response.ok(
                ExplanationResponse.of(
                    rating,
                    schemes.find(found.scheme()).orElseThrow().scheme(),
                    categoryMean(rating))));
  }

  private @Nullable CategoryMean categoryMean(ModelRating rating) {
    return ratings.categoryMeans(rating.edition()).stream()
        .filter(
            mean ->
                mean.powertrain().equals(rating.powertrain().name())
                    && mean.bodyType().equals(rating.bodyType())
                    && mean.segment().equals(rating.segment()))
        .findFirst()
        .orElse(null);
  }
}
