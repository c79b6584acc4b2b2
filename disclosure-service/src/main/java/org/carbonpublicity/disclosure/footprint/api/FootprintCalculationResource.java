package org.carbonpublicity.disclosure.footprint.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.FactorSetState;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.footprint.FootprintCalculation;
import org.carbonpublicity.disclosure.footprint.GridFactor;
import org.carbonpublicity.disclosure.footprint.ImplausibleVehicleException;
import org.carbonpublicity.disclosure.footprint.KeptFactorSet;
import org.carbonpublicity.disclosure.footprint.persistence.GridFactorRepository;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a footprint would be; nothing is stored. */
@Path("/api/v1/footprint-calculations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
class FootprintCalculationResource {

  private final FactorSets factorSets;
  private final GridFactorRepository gridFactors;
  private final Caller caller;

  FootprintCalculationResource(
      FactorSets factorSets, GridFactorRepository gridFactors, Caller caller) {
    this.factorSets = factorSets;
    this.gridFactors = gridFactors;
    this.caller = caller;
  }

  @POST
  @Authenticated
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "calculateFootprint",
      summary = "Calculates a footprint without storing it",
      description =
          "With the factor set in force or another one, and its grid factor or one of another year or"
              + " province.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CalculationResponse.class)))
  @APIResponse(responseCode = "422", description = "The vehicle breaks rules; all are named")
  public CalculationResponse calculate(@Nullable CalculationRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    try {
      CalculationRequest.Checked checked = request.checked(this::visible, gridFactors.list());
      FactorSet set = checked.factorSet() == null ? factorSets.active() : checked.factorSet();
      GridFactor grid = checked.grid();
      FactorSet used = grid == null ? set : grid.in(set);
      return CalculationResponse.of(
          new FootprintCalculation(used).calculate(checked.vehicle()), used, grid);
    } catch (ImplausibleVehicleException e) {
      FieldFaults faults = new FieldFaults();
      faults.add("curbMassKg", "implausible", String.valueOf(e.getMessage()));
      faults.refuse("invalid-vehicle", "The vehicle breaks rules");
      throw e;
    }
  }

  /** A draft is the analysts' own. */
  private @Nullable FactorSet visible(String id) {
    return factorSets
        .find(id)
        .filter(set -> set.state() != FactorSetState.DRAFT || caller.isAnalyst())
        .map(KeptFactorSet::set)
        .orElse(null);
  }
}
