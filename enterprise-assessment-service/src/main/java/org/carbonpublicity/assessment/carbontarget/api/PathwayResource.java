package org.carbonpublicity.assessment.carbontarget.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.carbonpublicity.assessment.carbontarget.InvalidTargetException;
import org.carbonpublicity.assessment.carbontarget.Pathways;
import org.carbonpublicity.assessment.carbontarget.SectorPathway;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sector pathways, on which intensity convergence rests. */
@Path("/api/v1/carbon-targets/pathways")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "carbon targets")
class PathwayResource {

  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");

  private final Pathways pathways;
  private final Caller caller;

  PathwayResource(Pathways pathways, Caller caller) {
    this.pathways = pathways;
    this.caller = caller;
  }

  @Schema(name = "SectorPathwayList")
  record PathwayList(List<SectorPathway> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "listSectorPathways",
      summary = "The latest version of each sector pathway")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PathwayList.class)))
  public PathwayList list() {
    return new PathwayList(pathways.latest());
  }

  @GET
  @Path("/{pathway}")
  @PermitAll
  @Operation(operationId = "getSectorPathway", summary = "A version of a pathway, or the latest")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SectorPathway.class)))
  @APIResponse(responseCode = "404", description = "There is no such pathway or version")
  public SectorPathway get(
      @PathParam("pathway") String id, @QueryParam("version") @Nullable String version) {
    return (version == null ? pathways.latest(id) : pathways.find(id, number(version)))
        .orElseThrow(
            () ->
                Problems.notFound(
                    "unknown-sector-pathway", "there is no such version of pathway " + id));
  }

  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw Problems.invalidParameter(new Fault("version", "invalid", "version is a number"));
    }
  }

  @PUT
  @Path("/{pathway}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("assessor")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "putSectorPathway",
      summary = "Saves a pathway as its next version",
      description =
          "Targets keep the version they were defined with; the same values again are no new"
              + " version.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SectorPathway.class)))
  @APIResponse(responseCode = "422", description = "Not a pathway; all faults are named")
  public SectorPathway put(@PathParam("pathway") String id, @Nullable PathwayRequest request) {
    if (!ID.matcher(id).matches()) {
      throw Problems.invalidParameter(
          new Fault("pathway", "invalid", "lower-case letters, digits and hyphens, at most 100"));
    }
    try {
      return pathways.save(TargetAnswers.given(request).checked(id), caller.name());
    } catch (InvalidTargetException e) {
      throw TargetViews.refusal(e);
    }
  }
}
