package org.carbonpublicity.disclosure.model.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Vehicle models: public once published; before, for their automaker and for analysts. */
@Path("/api/v1/vehicle-models/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vehicle models")
class VehicleModelResource {

  private final RevisionRepository revisions;
  private final Caller caller;

  VehicleModelResource(RevisionRepository revisions, Caller caller) {
    this.revisions = revisions;
    this.caller = caller;
  }

  @Schema(name = "RevisionPage")
  record RevisionPage(List<KnownRevision> items) {}

  @GET
  @PermitAll
  @Operation(operationId = "getVehicleModel", summary = "A vehicle model in its latest revision")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KnownRevision.class)))
  @APIResponse(responseCode = "404", description = "There is no such model, or not for the caller")
  public KnownRevision get(@PathParam("code") String code) {
    List<KnownRevision> known = known(code);
    // What a cancelled batch knew counts only where nothing else is known.
    return known.stream()
        .filter(revision -> !revision.state().equals("CANCELLED"))
        .reduce((earlier, later) -> later)
        .orElse(known.get(known.size() - 1));
  }

  @GET
  @Path("/footprints")
  @PermitAll
  @Operation(operationId = "listFootprints", summary = "All revisions of a model, oldest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RevisionPage.class)))
  @APIResponse(responseCode = "404", description = "There is no such model, or not for the caller")
  public RevisionPage list(@PathParam("code") String code) {
    return new RevisionPage(known(code));
  }

  private List<KnownRevision> known(String code) {
    List<KnownRevision> known = revisions.of(code, viewer());
    if (known.isEmpty()) {
      throw Problems.notFound("unknown-vehicle-model", "There is no vehicle model " + code);
    }
    return known;
  }

  private Viewer viewer() {
    return new Viewer(caller.isAnalyst(), caller.enterprises());
  }
}
