package org.carbonpublicity.disclosure.model.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Moment;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository.Viewer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Vehicle models: public once published; before, for their automaker and for analysts. */
@Path("/api/v1/vehicle-models/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vehicle models")
class VehicleModelResource {

  private final RevisionRepository revisions;
  private final Caller caller;
  private final ZoneId zone;

  VehicleModelResource(
      RevisionRepository revisions,
      Caller caller,
      @ConfigProperty(name = "disclosure.zone") ZoneId zone) {
    this.revisions = revisions;
    this.caller = caller;
    this.zone = zone;
  }

  @Schema(name = "RevisionPage")
  record RevisionPage(List<KnownRevision> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "getVehicleModel",
      summary = "A vehicle model in its latest revision, or as it was public at a moment")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KnownRevision.class)))
  @APIResponse(responseCode = "404", description = "There is no such model, or not for the caller")
  public KnownRevision get(
      @PathParam("code") String code, @QueryParam("asOf") @Nullable String asOf) {
    List<KnownRevision> known = known(code, asOf);
    // What a cancelled batch knew counts only where nothing else is known.
    return known.stream()
        .filter(revision -> !revision.state().equals("CANCELLED"))
        .reduce((earlier, later) -> later)
        .orElse(known.get(known.size() - 1));
  }

  @GET
  @Path("/footprints")
  @PermitAll
  @Operation(
      operationId = "listFootprints",
      summary = "All revisions of a model in the order of publication")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RevisionPage.class)))
  @APIResponse(responseCode = "404", description = "There is no such model, or not for the caller")
  public RevisionPage list(
      @PathParam("code") String code, @QueryParam("asOf") @Nullable String asOf) {
    return new RevisionPage(known(code, asOf));
  }

  private List<KnownRevision> known(String code, @Nullable String asOf) {
    List<KnownRevision> known =
        asOf == null
            ? revisions.of(code, viewer())
            : revisions.publishedBy(code, Moment.until("asOf", asOf, zone));
    if (known.isEmpty()) {
      throw Problems.notFound(
          "unknown-vehicle-model",
          "There is no vehicle model " + code + (asOf == null ? "" : " as of " + asOf));
    }
    return known;
  }

  private Viewer viewer() {
    return new Viewer(caller.isAnalyst(), caller.enterprises());
  }
}
