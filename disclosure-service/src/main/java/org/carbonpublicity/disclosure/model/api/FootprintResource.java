package org.carbonpublicity.disclosure.model.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Footprints;
import org.carbonpublicity.disclosure.footprint.Sensitivity;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One footprint: why it is what it is, what changed, and what it answers to. */
@Path("/api/v1/vehicle-models/{code}/footprints/{revision}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vehicle models")
class FootprintResource {

  private final RevisionRepository revisions;
  private final Footprints footprints;
  private final Caller caller;

  FootprintResource(RevisionRepository revisions, Footprints footprints, Caller caller) {
    this.revisions = revisions;
    this.footprints = footprints;
    this.caller = caller;
  }

  /**
   * Derivatives of a footprint.
   *
   * @param items empty for a footprint accounted elsewhere
   */
  record SensitivityPage(
      String modelCode, int revision, @Nullable String factorSet, List<Sensitivity> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "getFootprint",
      summary = "One revision: its inputs and where they come from, and every term")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FootprintResponse.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller")
  public FootprintResponse explain(
      @PathParam("code") String code, @PathParam("revision") String revision) {
    KnownRevision found = find(code, revision);
    return FootprintResponse.of(found, footprints.explain(found));
  }

  @GET
  @Path("/difference")
  @PermitAll
  @Operation(
      operationId = "getFootprintDifference",
      summary = "Where the difference to another revision comes from, gram by gram")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DifferenceResponse.class)))
  @APIResponse(responseCode = "400", description = "No revision to compare with is named")
  @APIResponse(responseCode = "404", description = "One is not there, or not for the caller")
  public DifferenceResponse difference(
      @PathParam("code") String code,
      @PathParam("revision") String revision,
      @QueryParam("from") @Nullable String from) {
    KnownRevision to = find(code, revision);
    if (from == null && to.replaces() == null) {
      throw Problems.invalidParameter(
          new Fault(
              "from", "missing", "revision " + revision + " replaces none: name another one"));
    }
    KnownRevision other = find(code, from == null ? String.valueOf(to.replaces()) : from);
    return DifferenceResponse.of(other, to, footprints.difference(other, to));
  }

  @GET
  @Path("/sensitivity")
  @PermitAll
  @Operation(
      operationId = "getFootprintSensitivity",
      summary = "What a unit more of each input adds to the footprint")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SensitivityPage.class)))
  @APIResponse(responseCode = "404", description = "There is none, or not for the caller")
  public SensitivityPage sensitivity(
      @PathParam("code") String code, @PathParam("revision") String revision) {
    KnownRevision found = find(code, revision);
    return new SensitivityPage(
        found.modelCode(), found.revision(), found.factorSet(), footprints.sensitivities(found));
  }

  private KnownRevision find(String code, String revision) {
    try {
      return revisions
          .find(
              code,
              Integer.parseInt(revision),
              new Viewer(caller.isAnalyst(), caller.enterprises()))
          .orElseThrow(() -> unknown(code, revision));
    } catch (NumberFormatException e) {
      throw unknown(code, revision);
    }
  }

  private static RuntimeException unknown(String code, String revision) {
    return Problems.notFound(
        "unknown-revision", "There is no revision " + revision + " of vehicle model " + code);
  }
}
