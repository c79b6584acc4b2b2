package org.carbonpublicity.reporting.sales.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonpublicity.reporting.http.Caller;
import org.carbonpublicity.reporting.http.FieldFaults;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.sales.SeriesAlias;
import org.carbonpublicity.reporting.sales.SeriesAliases;
import org.carbonpublicity.reporting.sales.SeriesAliases.AliasChainException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Names in sales files that stand for series of the platform. */
@Path("/api/v1/sales/aliases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@Tag(name = "sales")
public class SeriesAliasResource {

  private final SeriesAliases aliases;
  private final Named named;
  private final Caller caller;

  SeriesAliasResource(SeriesAliases aliases, Named named, Caller caller) {
    this.aliases = aliases;
    this.named = named;
    this.caller = caller;
  }

  /**
   * What a name stands for.
   *
   * @param enterprise code, name or alias; null for the one in the path
   */
  @Schema(name = "SeriesAliasRequest")
  record AliasRequest(
      @Schema(description = "Code, name or alias; without it, the one in the path.")
          @Nullable String enterprise,
      @Nullable String series) {}

  /** Aliases in force. */
  @Schema(name = "SeriesAliases")
  record AliasesAnswer(List<SeriesAlias> items) {}

  @GET
  @RolesAllowed("analyst")
  @Operation(operationId = "seriesAliases", summary = "Aliases in force")
  @APIResponse(
      responseCode = "200",
      description = "By enterprise and name",
      content = @Content(schema = @Schema(implementation = AliasesAnswer.class)))
  public Response list() {
    return Response.ok(new AliasesAnswer(aliases.inForce())).build();
  }

  @PUT
  @Path("/{enterprise}/{series: .+}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(
      operationId = "putSeriesAlias",
      summary = "Makes a series in sales files stand for a series of the platform")
  @APIResponse(
      responseCode = "200",
      description = "In force; the best sellers of the latest edition follow it",
      content = @Content(schema = @Schema(implementation = SeriesAlias.class)))
  @APIResponse(responseCode = "404", description = "No such enterprise")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response put(
      @Parameter(description = "Code, name or alias.") @PathParam("enterprise") String enterprise,
      @Parameter(description = "As files name it.") @PathParam("series") String series,
      @Nullable AliasRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String name = Named.series(series);
    FieldFaults faults = new FieldFaults();
    String target = faults.text("series", request.series(), Named.LONGEST_NAME);
    String given = request.enterprise();
    String targetEnterprise = given == null ? "" : named.enterprise("enterprise", given, faults);
    faults.refuse("invalid-alias", "The alias breaks rules");
    String code = named.enterprise(enterprise);
    try {
      return Response.ok(
              aliases.put(
                  code, name, given == null ? code : targetEnterprise, target, caller.actor()))
          .build();
    } catch (AliasChainException e) {
      faults.add("series", "alias-chain", "an alias stands for a series, not for another alias");
      faults.refuse("invalid-alias", "The alias breaks rules");
      throw e;
    }
  }

  @DELETE
  @Path("/{enterprise}/{series: .+}")
  @RolesAllowed("analyst")
  @Operation(operationId = "deleteSeriesAlias", summary = "Takes an alias back")
  @APIResponse(responseCode = "204", description = "No longer in force")
  @APIResponse(responseCode = "404", description = "No such alias in force")
  public Response delete(
      @PathParam("enterprise") String enterprise, @PathParam("series") String series) {
    String code = named.enterprise(enterprise);
    if (!aliases.remove(code, Named.series(series), caller.actor())) {
      throw Problems.notFound("unknown-alias", "No such alias is in force.");
    }
    return Response.noContent().build();
  }
}
