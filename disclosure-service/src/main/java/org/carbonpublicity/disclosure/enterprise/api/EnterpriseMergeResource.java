package org.carbonpublicity.disclosure.enterprise.api;

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
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.disclosure.enterprise.EnterpriseMerge;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRevision;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.EntityTag;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of enterprises: new names, mergers, and their history. */
@Path("/api/v1/enterprises/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "enterprises")
class EnterpriseMergeResource {

  private static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_CODE = 32;

  private final Enterprises enterprises;
  private final EnterpriseMerge merge;
  private final Idempotency idempotency;
  private final Caller caller;

  EnterpriseMergeResource(
      Enterprises enterprises, EnterpriseMerge merge, Idempotency idempotency, Caller caller) {
    this.enterprises = enterprises;
    this.merge = merge;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "EnterpriseRenaming")
  record Renaming(@Nullable String name, @Nullable String reason) {}

  @Schema(name = "EnterpriseMerging")
  record Merging(@Nullable String into, @Nullable String reason) {}

  @Schema(name = "EnterpriseHistory")
  record History(List<EnterpriseRevision> items) {}

  @GET
  @Path("/history")
  @Operation(
      operationId = "getEnterpriseHistory",
      summary = "Every name, group and alias an enterprise had, with who changed it and why")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = History.class)))
  @APIResponse(responseCode = "404", description = "There is no such enterprise")
  public History history(@PathParam("code") String code) {
    present(code);
    return new History(enterprises.history(code));
  }

  @POST
  @Path("/rename")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "renameEnterprise",
      summary = "Gives an enterprise another name; the old one becomes an alias",
      description = "What is published of it is published anew under the new name.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Enterprise.class)))
  @APIResponse(responseCode = "404", description = "There is no such enterprise")
  @APIResponse(responseCode = "409", description = "The name is another's, or it was merged")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "Name or reason are missing or break rules")
  public Response rename(
      @PathParam("code") String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable Renaming request) {
    present(code);
    FieldFaults faults = new FieldFaults();
    String name =
        faults.text(
            "name", request == null ? null : request.name(), EnterpriseRequest.LONGEST_NAME);
    String reason =
        faults.text("reason", request == null ? null : request.reason(), LONGEST_REASON);
    faults.refuse("invalid-enterprise", "The new name breaks rules");
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /enterprises/" + code + "/rename " + name + " " + reason,
        () ->
            answer(
                merge
                    .rename(
                        code,
                        name,
                        reason,
                        caller.actor(),
                        locked -> EntityTag.check(ifMatch, EnterpriseResource.tag(locked)))
                    .orElseThrow(() -> EnterpriseResource.unknown(code))));
  }

  @POST
  @Path("/merge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "mergeEnterprise",
      summary = "Merges an enterprise into another, which takes over its names and open models",
      description =
          "Models in drafts and reviews get a revision under the kept enterprise; what is published"
              + " is corrected and published anew under it. The code that is given up still finds the"
              + " kept one in files and by name.")
  @APIResponse(
      responseCode = "200",
      description = "The kept enterprise",
      content = @Content(schema = @Schema(implementation = Enterprise.class)))
  @APIResponse(responseCode = "404", description = "There is no such enterprise")
  @APIResponse(
      responseCode = "409",
      description = "One of them was merged already, or models are on their way to publication")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response merge(
      @PathParam("code") String code,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable Merging request) {
    present(code);
    FieldFaults faults = new FieldFaults();
    String into = faults.text("into", request == null ? null : request.into(), LONGEST_CODE);
    if (into.equals(code)) {
      faults.add("into", "same-enterprise", "an enterprise is not merged into itself");
    } else if (!into.isEmpty() && enterprises.find(into).isEmpty()) {
      faults.add("into", "unknown-enterprise", "there is no enterprise of this code");
    }
    String reason =
        faults.text("reason", request == null ? null : request.reason(), LONGEST_REASON);
    faults.refuse("invalid-merge", "The merger breaks rules");
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /enterprises/" + code + "/merge " + into + " " + reason,
        () ->
            answer(
                merge
                    .merge(code, into, reason, caller.actor())
                    .orElseThrow(() -> EnterpriseResource.unknown(code))));
  }

  private static Response.ResponseBuilder answer(Enterprise enterprise) {
    return Response.ok(enterprise)
        .header(HttpHeaders.ETAG, EntityTag.quoted(EnterpriseResource.tag(enterprise)));
  }

  private void present(String code) {
    if (enterprises.find(code).isEmpty()) {
      throw EnterpriseResource.unknown(code);
    }
  }
}
