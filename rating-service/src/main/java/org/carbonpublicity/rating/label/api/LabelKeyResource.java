package org.carbonpublicity.rating.label.api;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonpublicity.rating.http.Caller;
import org.carbonpublicity.rating.http.Idempotency;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.label.credential.SigningKeys;
import org.carbonpublicity.rating.label.credential.StatusLists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a verifier needs beside a certificate: public keys and status lists. */
@Path("/api/v1/labels")
@Tag(name = "labels")
class LabelKeyResource {

  private static final String SHORT = "public, max-age=" + StatusLists.TIME_TO_LIVE_MILLIS / 1_000;

  private final SigningKeys keys;
  private final StatusLists lists;
  private final Caller caller;
  private final Idempotency idempotency;

  LabelKeyResource(SigningKeys keys, StatusLists lists, Caller caller, Idempotency idempotency) {
    this.keys = keys;
    this.lists = lists;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @Path("/keys")
  @PermitAll
  @Produces("application/jwk-set+json")
  @Operation(
      operationId = "getLabelKeys",
      summary = "The public keys of all labels ever signed, as a JWK set (RFC 7517)")
  @APIResponse(responseCode = "200", description = "A JWK set; empty before the first label")
  public Response keys() {
    return Response.ok(keys.published().toString())
        .header(HttpHeaders.CACHE_CONTROL, SHORT)
        .build();
  }

  @Schema(name = "LabelKey", description = "The key that signs from now on")
  record KeyResponse(String kid) {}

  @POST
  @Path("/keys/rotation")
  @RolesAllowed("analyst")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rotateLabelKey",
      summary = "Makes a new signing key",
      description = "New certificates use it; what older keys have signed stays verifiable.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = KeyResponse.class)))
  public Response rotate(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.answer(
        caller.actor(),
        idempotencyKey,
        "labels keys rotation",
        () -> {
          ECKey key = keys.rotate();
          return Response.status(Response.Status.CREATED)
              .header(HttpHeaders.LOCATION, "/api/v1/labels/keys")
              .entity(new KeyResponse(key.getKeyID()));
        });
  }

  @GET
  @Path("/status-lists/{number}")
  @PermitAll
  @Produces(LabelDocumentResource.CREDENTIAL_TYPE)
  @Operation(
      operationId = "getLabelStatusList",
      summary = "A status list, signed (W3C Bitstring Status List 1.0)",
      description = "Odd numbers are lists of revocations, even ones of suspensions.")
  @APIResponse(responseCode = "200", description = "A BitstringStatusListCredential, compact JWS")
  @APIResponse(responseCode = "404", description = "No certificate stands in such a list")
  public Response statusList(@PathParam("number") String number) {
    int known = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 0;
    return lists
        .credential(known)
        .map(list -> Response.ok(list).header(HttpHeaders.CACHE_CONTROL, SHORT).build())
        .orElseThrow(
            () -> Problems.notFound("unknown-status-list", "there is no such status list"));
  }
}
