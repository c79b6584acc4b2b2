package org.carbonpublicity.disclosure.brand.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.disclosure.brand.Brand;
import org.carbonpublicity.disclosure.brand.BrandNameTakenException;
import org.carbonpublicity.disclosure.brand.Brands;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.EntityTag;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.model.CountryStyle;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Brands: one spelling and one country style for each. */
@Path("/api/v1/brands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "enterprises")
class BrandResource {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_ALIASES = 50;

  private final Brands brands;
  private final Caller caller;

  BrandResource(Brands brands, Caller caller) {
    this.brands = brands;
    this.caller = caller;
  }

  @Schema(name = "BrandPage")
  record BrandPage(List<Brand> items) {}

  /** What an analyst states of a brand. */
  @Schema(name = "BrandRequest")
  record BrandRequest(@Nullable String countryStyle, @Nullable List<@Nullable String> aliases) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "listBrands",
      summary = "All brands by name, or the one that a name or alias names")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BrandPage.class)))
  public Response list(
      @QueryParam("name") @Nullable String name,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    String after = Cursor.decode(cursor);
    if (name != null) {
      return Response.ok(new BrandPage(brands.named(name).stream().toList())).build();
    }
    List<Brand> found = brands.list(after == null ? "" : after, size + 1);
    List<Brand> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer = Response.ok(new BrandPage(page));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), page.get(size - 1).name()));
    }
    return answer.build();
  }

  @GET
  @Path("/{name}")
  @PermitAll
  @Operation(operationId = "getBrand", summary = "One brand")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Brand.class)))
  @APIResponse(responseCode = "404", description = "There is no such brand")
  public Response get(@PathParam("name") String name) {
    return answer(
        brands
            .find(name)
            .orElseThrow(() -> Problems.notFound("unknown-brand", "There is no brand " + name)));
  }

  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "putBrand",
      summary = "Registers a brand, or replaces what is known of it",
      description =
          "Rows of files that name it by an alias get its name, those without a country style get"
              + " its own, and those with another one are refused. What is published stays.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Brand.class)))
  @APIResponse(responseCode = "409", description = "The name or an alias is another brand's")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response put(
      @PathParam("name") String name,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable BrandRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    FieldFaults faults = new FieldFaults();
    String checked = faults.text("name", name, LONGEST_NAME);
    CountryStyle style = style(faults, request.countryStyle());
    List<String> aliases = aliases(faults, request.aliases());
    faults.refuse("invalid-brand", "The brand breaks rules");
    return answer(
        brands.put(
            checked,
            style,
            aliases,
            caller.actor(),
            present -> {
              if (ifMatch != null) {
                EntityTag.check(ifMatch, present == null ? "none" : tag(present));
              }
            }));
  }

  private static CountryStyle style(FieldFaults faults, @Nullable String given) {
    List<CountryStyle> styles =
        Arrays.stream(CountryStyle.values())
            .filter(style -> style != CountryStyle.UNSPECIFIED)
            .toList();
    for (CountryStyle style : styles) {
      if (style.name().equals(given)) {
        return style;
      }
    }
    faults.add("countryStyle", given == null ? "missing" : "unknown-value", "one of " + styles);
    return CountryStyle.UNSPECIFIED;
  }

  private static List<String> aliases(FieldFaults faults, @Nullable List<@Nullable String> given) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > MOST_ALIASES) {
      faults.add("aliases", "too-many", "at most " + MOST_ALIASES + " aliases");
      return List.of();
    }
    return given.stream().map(alias -> faults.text("aliases", alias, LONGEST_NAME)).toList();
  }

  @ServerExceptionMapper
  public Response taken(BrandNameTakenException e) {
    String message = String.valueOf(e.getMessage());
    return Problems.conflict(
            "brand-name-taken", message, List.of(new Fault("name", "taken", message)))
        .toResponse();
  }

  private static Response answer(Brand brand) {
    return Response.ok(brand).header(HttpHeaders.ETAG, EntityTag.quoted(tag(brand))).build();
  }

  private static String tag(Brand brand) {
    return String.valueOf(brand.revision());
  }
}
