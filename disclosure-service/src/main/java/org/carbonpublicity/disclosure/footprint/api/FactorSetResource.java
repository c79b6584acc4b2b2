package org.carbonpublicity.disclosure.footprint.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.FactorSetConflictException;
import org.carbonpublicity.disclosure.footprint.FactorSetDraft;
import org.carbonpublicity.disclosure.footprint.FactorSetState;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.footprint.InvalidFactorSetException;
import org.carbonpublicity.disclosure.footprint.KeptFactorSet;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.EntityTag;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Factor sets, with the unit and source of every factor: public once in force, drafts for analysts,
 * who write them and put them in force.
 */
@Path("/api/v1/factor-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
class FactorSetResource {

  private final FactorSets factorSets;
  private final Caller caller;

  FactorSetResource(FactorSets factorSets, Caller caller) {
    this.factorSets = factorSets;
    this.caller = caller;
  }

  @Schema(name = "FactorSetPage")
  record FactorSetPage(List<FactorSetResponse> items) {}

  @GET
  @PermitAll
  @Operation(operationId = "listFactorSets", summary = "All factor sets, the latest first")
  public FactorSetPage list() {
    return new FactorSetPage(
        factorSets.list().stream().filter(this::visible).map(FactorSetResponse::of).toList());
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "getFactorSet", summary = "One factor set")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FactorSetResponse.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such factor set, or not for the caller")
  public Response get(@PathParam("id") String id) {
    return answer(factorSets.find(id).filter(this::visible).orElseThrow(() -> unknown(id)));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "putFactorSet",
      summary = "Writes a draft, or replaces one",
      description = "Writing what is there already is accepted for every set and changes nothing.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FactorSetResponse.class)))
  @APIResponse(responseCode = "409", description = "The set is or was in force, or in use")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "The set breaks rules; all of them are named")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable FactorSetDraft draft) {
    if (!FactorSets.isId(id)) {
      throw Problems.invalidParameter(
          new Fault("id", "invalid", "letters, digits, dots, dashes, underscores; at most 64"));
    }
    if (draft == null) {
      throw Problems.malformedBody("the body is empty");
    }
    FactorSet set = draft.checked(id);
    return answer(
        factorSets.put(
            set, present -> EntityTag.check(ifMatch, present == null ? "none" : tag(present))));
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "activateFactorSet",
      summary = "Puts a draft in force and retires the set before it",
      description = "Repeating it changes nothing.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FactorSetResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such factor set")
  @APIResponse(responseCode = "409", description = "It is retired, or its time has not come")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  public Response activate(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(
        factorSets
            .activate(id, caller.actor(), present -> EntityTag.check(ifMatch, tag(present)))
            .orElseThrow(() -> unknown(id)));
  }

  @ServerExceptionMapper
  public Response invalid(InvalidFactorSetException e) {
    return Problems.unprocessable(
            "invalid-factor-set",
            "The factor set breaks rules",
            e.violations().stream()
                .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
                .toList())
        .toResponse();
  }

  @ServerExceptionMapper
  public Response conflict(FactorSetConflictException e) {
    String type = "factor-set-" + e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Problems.conflict(type, String.valueOf(e.getMessage()), List.of()).toResponse();
  }

  private boolean visible(KeptFactorSet set) {
    return set.state() != FactorSetState.DRAFT || caller.isAnalyst();
  }

  private static Response answer(KeptFactorSet set) {
    return Response.ok(FactorSetResponse.of(set))
        .header(HttpHeaders.ETAG, EntityTag.quoted(tag(set)))
        .build();
  }

  private static String tag(KeptFactorSet set) {
    return String.valueOf(set.version());
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-factor-set", "There is no factor set " + id);
  }
}
