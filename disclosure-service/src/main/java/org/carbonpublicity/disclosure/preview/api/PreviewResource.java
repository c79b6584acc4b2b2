package org.carbonpublicity.disclosure.preview.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.preview.Preview;
import org.carbonpublicity.disclosure.preview.Previews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What published footprints would be under another factor set; nothing is published by it. */
@Path("/api/v1/factor-set-previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "footprints")
class PreviewResource {

  private static final int LONGEST_ID = 64;

  private final Previews previews;
  private final Idempotency idempotency;
  private final Caller caller;

  PreviewResource(Previews previews, Idempotency idempotency, Caller caller) {
    this.previews = previews;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "requestFactorSetPreview",
      summary = "Recalculates all published footprints under a factor set, publishing nothing")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = PreviewResponse.class)))
  @APIResponse(responseCode = "422", description = "There is no such factor set")
  public Response request(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable PreviewRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    FieldFaults faults = new FieldFaults();
    String factorSet = faults.text("factorSet", request.factorSet(), LONGEST_ID);
    faults.refuse("invalid-preview", "The preview breaks rules");
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /factor-set-previews " + factorSet,
        () -> {
          Preview preview =
              previews.request(factorSet, caller.actor()).orElseThrow(() -> unknownSet(factorSet));
          return Response.accepted(PreviewResponse.of(preview))
              .header(HttpHeaders.LOCATION, "/api/v1/factor-set-previews/" + preview.id());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "getFactorSetPreview",
      summary = "A preview with its progress and, once complete, what would change")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PreviewResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such preview")
  public PreviewResponse get(@PathParam("id") String id) {
    return previews.find(uuid(id)).map(PreviewResponse::of).orElseThrow(() -> unknown(id));
  }

  private static UUID uuid(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      if (uuid.toString().equals(id)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      // Answered below.
    }
    throw unknown(id);
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-preview", "There is no preview " + id);
  }

  private static RuntimeException unknownSet(String id) {
    return Problems.unprocessable(
        "invalid-preview",
        "The preview breaks rules",
        List.of(new Fault("factorSet", "unknown-factor-set", "there is no factor set " + id)));
  }
}
