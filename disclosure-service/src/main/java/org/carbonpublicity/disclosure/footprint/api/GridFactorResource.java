package org.carbonpublicity.disclosure.footprint.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.GridFactor;
import org.carbonpublicity.disclosure.footprint.persistence.GridFactorRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Grid factors of other years and places, for what-if calculations. */
@Path("/api/v1/grid-factors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
class GridFactorResource {

  private final GridFactorRepository gridFactors;

  GridFactorResource(GridFactorRepository gridFactors) {
    this.gridFactors = gridFactors;
  }

  @Schema(name = "GridFactorPage")
  record GridFactorPage(List<GridFactor> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "listGridFactors",
      summary = "Grid factors by region, the latest year first; provinces are illustrative")
  public GridFactorPage list() {
    return new GridFactorPage(gridFactors.list());
  }
}
