package org.carbonpublicity.disclosure.enterprise.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.carbonpublicity.disclosure.enterprise.Enterprise;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.EntityTag;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enterprises: read by everybody, kept by analysts. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "enterprises")
class EnterpriseResource {

  private final Enterprises enterprises;
  private final Idempotency idempotency;
  private final Caller caller;

  EnterpriseResource(Enterprises enterprises, Idempotency idempotency, Caller caller) {
    this.enterprises = enterprises;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "EnterprisePage")
  record EnterprisePage(List<Enterprise> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(operationId = "registerEnterprise", summary = "Registers an enterprise")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Enterprise.class)))
  @APIResponse(responseCode = "409", description = "Its code, name or an alias is in use")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response register(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable EnterpriseRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    Enterprises.Draft draft = request.checked();
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /enterprises " + draft,
        () -> {
          Enterprise enterprise = enterprises.register(draft, caller.actor());
          return Response.created(URI.create("/api/v1/enterprises/" + enterprise.code()))
              .header(HttpHeaders.ETAG, EntityTag.quoted(tag(enterprise)))
              .entity(enterprise);
        });
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listEnterprises",
      summary = "All enterprises by code, or the one that a code, name or alias names")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnterprisePage.class)))
  public Response list(
      @QueryParam("name") @Nullable String name,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    String after = Cursor.decode(cursor);
    if (name != null) {
      return Response.ok(new EnterprisePage(enterprises.named(name).stream().toList())).build();
    }
    List<Enterprise> found = enterprises.list(after, size + 1);
    List<Enterprise> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer = Response.ok(new EnterprisePage(page));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), page.get(size - 1).code()));
    }
    return answer.build();
  }

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(operationId = "getEnterprise", summary = "One enterprise")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Enterprise.class)))
  @APIResponse(responseCode = "404", description = "There is no such enterprise")
  public Response get(@PathParam("code") String code) {
    return answer(enterprises.find(code).orElseThrow(() -> unknown(code)));
  }

  @PATCH
  @Path("/{code}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "changeEnterprise",
      summary = "Replaces the group or the aliases of an enterprise")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Enterprise.class)))
  @APIResponse(responseCode = "404", description = "There is no such enterprise")
  @APIResponse(responseCode = "409", description = "An alias is in use, or it was merged")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response change(
      @PathParam("code") String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable EnterpriseChange request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    return answer(
        enterprises
            .change(
                code,
                caller.actor(),
                present -> {
                  EntityTag.check(ifMatch, tag(present));
                  return request.applied(present);
                })
            .orElseThrow(() -> unknown(code)));
  }

  static Response answer(Enterprise enterprise) {
    return Response.ok(enterprise)
        .header(HttpHeaders.ETAG, EntityTag.quoted(tag(enterprise)))
        .build();
  }

  static String tag(Enterprise enterprise) {
    return String.valueOf(enterprise.revision());
  }

  static RuntimeException unknown(String code) {
    return Problems.notFound("unknown-enterprise", "There is no enterprise " + code);
  }
}
