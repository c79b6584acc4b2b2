package org.carbonpublicity.disclosure.footprint.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.footprint.Footprint;
import org.carbonpublicity.disclosure.footprint.FootprintCalculation;
import org.carbonpublicity.disclosure.footprint.ImplausibleVehicleException;
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

  FootprintCalculationResource(FactorSets factorSets) {
    this.factorSets = factorSets;
  }

  @POST
  @Authenticated
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "calculateFootprint",
      summary = "Calculates a footprint with the factor set in force, without storing it")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Footprint.class)))
  @APIResponse(responseCode = "422", description = "The vehicle breaks rules; all are named")
  public Footprint calculate(@Nullable CalculationRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    try {
      return new FootprintCalculation(factorSets.active()).calculate(request.checked());
    } catch (ImplausibleVehicleException e) {
      FieldFaults faults = new FieldFaults();
      faults.add("curbMassKg", "implausible", String.valueOf(e.getMessage()));
      faults.refuse("invalid-vehicle", "The vehicle breaks rules");
      throw e;
    }
  }
}
