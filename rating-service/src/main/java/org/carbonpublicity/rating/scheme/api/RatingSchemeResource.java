package org.carbonpublicity.rating.scheme.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.EntityTag;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.scheme.InvalidSchemeException;
import org.carbonpublicity.rating.scheme.KeptScheme;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.SchemeConflictException;
import org.carbonpublicity.rating.scheme.Schemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rating schemes: read by everybody, written and put in force by analysts. */
@Path("/api/v1/rating-schemes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rating schemes")
class RatingSchemeResource {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Schemes schemes;

  RatingSchemeResource(Schemes schemes) {
    this.schemes = schemes;
  }

  @GET
  @PermitAll
  @Operation(operationId = "listRatingSchemes", summary = "All schemes by id")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SchemePage.class)))
  public Response list(
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    List<KeptScheme> found = schemes.list(Cursor.decode(cursor), size + 1);
    List<KeptScheme> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(
            new SchemePage(
                page.stream().map(scheme -> SchemeResponse.of(scheme, schemes.today())).toList()));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), page.get(size - 1).scheme().id()));
    }
    return answer.build();
  }

  @Schema(name = "RatingSchemePage")
  record SchemePage(List<SchemeResponse> items) {}

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "getRatingScheme", summary = "One scheme with its standing")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SchemeResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such scheme")
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    KeptScheme scheme = schemes.find(id).orElseThrow(() -> unknown(id));
    if (ifNoneMatch != null && EntityTag.ifNoneMatchNames(ifNoneMatch, scheme.tag())) {
      return Response.notModified()
          .header(HttpHeaders.ETAG, EntityTag.quoted(scheme.tag()))
          .build();
    }
    return answer(200, scheme);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(
      operationId = "putRatingScheme",
      summary = "Creates a scheme, or replaces one that was never in force",
      description =
          "Writing what is there already is accepted for every scheme and changes nothing.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SchemeResponse.class)))
  @APIResponse(responseCode = "409", description = "The scheme is or was in force")
  @APIResponse(responseCode = "412", description = "If-Match or If-None-Match does not hold")
  @APIResponse(responseCode = "422", description = "The scheme breaks rules; all of them are named")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Nullable SchemeRequest request,
      @Context SecurityContext security) {
    if (!ID.matcher(id).matches()) {
      throw Problems.invalidParameter(
          new Fault("id", "invalid", "letters, digits, dots, dashes, underscores; at most 64"));
    }
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    try {
      RatingScheme scheme = request.draft(id).check();
      String actor = security.getUserPrincipal().getName();
      return answer(
          200,
          schemes.put(scheme, present -> expected(present, ifMatch, ifNoneMatch), actor).scheme());
    } catch (InvalidSchemeException e) {
      throw Problems.unprocessable(
          "invalid-rating-scheme",
          "The scheme breaks rules",
          e.violations().stream()
              .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
              .toList());
    } catch (SchemeConflictException e) {
      throw problem(e);
    }
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed("analyst")
  @Operation(
      operationId = "activateRatingScheme",
      summary = "Puts a scheme in force",
      description =
          "A new edition of everything published so far starts at once; firstEdition of the scheme"
              + " (see Location) names it when it is complete.")
  @APIResponse(
      responseCode = "202",
      description = "In force from now on",
      content = @Content(schema = @Schema(implementation = SchemeResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Was in force already: nothing changed",
      content = @Content(schema = @Schema(implementation = SchemeResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such scheme")
  @APIResponse(responseCode = "409", description = "It may not be put in force today")
  public Response activate(@PathParam("id") String id, @Context SecurityContext security) {
    Schemes.Outcome outcome;
    try {
      outcome =
          schemes
              .activate(id, security.getUserPrincipal().getName())
              .orElseThrow(() -> unknown(id));
    } catch (SchemeConflictException e) {
      throw problem(e);
    }
    return Response.fromResponse(answer(outcome.changed() ? 202 : 200, outcome.scheme()))
        .header(HttpHeaders.LOCATION, "/api/v1/rating-schemes/" + id)
        .build();
  }

  private static boolean expected(
      @Nullable KeptScheme present, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifMatch != null && (present == null || !EntityTag.ifMatchNames(ifMatch, present.tag()))) {
      return false;
    }
    return ifNoneMatch == null
        || present == null
        || !EntityTag.ifNoneMatchNames(ifNoneMatch, present.tag());
  }

  private Response answer(int status, KeptScheme scheme) {
    return Response.status(status)
        .entity(SchemeResponse.of(scheme, schemes.today()))
        .header(HttpHeaders.ETAG, EntityTag.quoted(scheme.tag()))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-rating-scheme", "there is no rating scheme " + id);
  }

  private static RuntimeException problem(SchemeConflictException e) {
    String message = e.getMessage() == null ? "conflict" : e.getMessage();
    return switch (e.kind()) {
      case PRECONDITION_FAILED -> Problems.preconditionFailed(message);
      case USED ->
          Problems.conflict(
              "rating-scheme-in-use",
              message + "; allowed: activation, or a new scheme under another id",
              List.of());
      case CONCURRENT -> Problems.conflict("concurrent-change", message, List.of());
      case NOT_VALID -> Problems.conflict("rating-scheme-not-valid", message, List.of());
    };
  }
}
