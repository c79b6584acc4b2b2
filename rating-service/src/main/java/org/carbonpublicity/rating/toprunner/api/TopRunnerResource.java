package org.carbonpublicity.rating.toprunner.api;

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
import org.carbonpublicity.rating.edition.api.EditionReads;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.toprunner.CategoryAttribute;
import org.carbonpublicity.rating.toprunner.Segmentation;
import org.carbonpublicity.rating.toprunner.TopRunners;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The top runners of an edition. */
@Path("/api/v1/editions/{edition}/top-runners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "top runners")
class TopRunnerResource {

  private final EditionReads editions;
  private final TopRunners topRunners;

  TopRunnerResource(EditionReads editions, TopRunners topRunners) {
    this.editions = editions;
    this.topRunners = topRunners;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listTopRunners",
      summary = "Lowest footprint of each group among the models on sale; ties share")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TopRunnerResponse.Groups.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "400", description = "by names no segmentation")
  @APIResponse(responseCode = "404", description = "There is no such edition, or none yet")
  public Response list(
      @PathParam("edition") String edition,
      @Parameter(description = Segmentation.KNOWN) @QueryParam("by") @DefaultValue("category")
          String by,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Segmentation segmentation =
        Segmentation.parse(by)
            .orElseThrow(
                () ->
                    Problems.invalidParameter(
                        new Fault("by", "invalid", "by is " + Segmentation.KNOWN)));
    Edition found = editions.find(edition);
    return editions.answer(
        edition,
        found,
        ifNoneMatch,
        () ->
            Response.ok(
                new TopRunnerResponse.Groups(
                    found.number(),
                    segmentation.attributes().stream().map(CategoryAttribute::word).toList(),
                    segmentation.group(topRunners.of(found.number())).stream()
                        .map(TopRunnerResponse.Group::of)
                        .toList())));
  }
}
