package org.carbonpublicity.disclosure.footprint.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Factor sets: public, with the unit and source of every factor. */
@Path("/api/v1/factor-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
class FactorSetResource {

  private final FactorSets factorSets;

  FactorSetResource(FactorSets factorSets) {
    this.factorSets = factorSets;
  }

  @Schema(name = "FactorSetPage")
  record FactorSetPage(List<FactorSet> items) {}

  @GET
  @PermitAll
  @Operation(operationId = "listFactorSets", summary = "All factor sets, the latest first")
  public FactorSetPage list() {
    return new FactorSetPage(factorSets.list());
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "getFactorSet", summary = "One factor set")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FactorSet.class)))
  @APIResponse(responseCode = "404", description = "There is no such factor set")
  public FactorSet get(@PathParam("id") String id) {
    return factorSets
        .find(id)
        .orElseThrow(() -> Problems.notFound("unknown-factor-set", "There is no factor set " + id));
  }
}
