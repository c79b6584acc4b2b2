package org.carbonpublicity.reporting.view.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carbonpublicity.reporting.report.api.Wanted;
import org.carbonpublicity.reporting.view.api.ModelPages.Paging;
import org.carbonpublicity.reporting.view.api.ReportRows.Asked;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The models that a row of a table or figure counts. */
@Path("/api/v1/reports/{edition}")
@Produces({MediaType.APPLICATION_JSON, Wanted.CSV})
@Tag(name = "models")
@APIResponse(
    responseCode = "200",
    description = "A page; the next one is named by Link, in the same edition",
    content = {
      @Content(
          mediaType = MediaType.APPLICATION_JSON,
          schema = @Schema(implementation = ModelsAnswer.class)),
      @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
    })
@APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
@APIResponse(responseCode = "400", description = "A parameter cannot be read; all are told")
@APIResponse(responseCode = "404", description = "No such edition, table, figure or row")
public class RowsResource {

  private static final String EDITION = "Number of an edition, or `latest`.";
  private static final String CLASS = "Only these: 1 to 5 or UNRATED, separated by commas.";
  private static final String BELOW = "Only those below average (`true`) or not (`false`).";
  private static final String ON_SALE = "Only those on sale (`true`) or off sale (`false`).";

  private final ViewReader reader;
  private final ReportRows rows;
  private final ModelPages pages;

  RowsResource(ViewReader reader, ReportRows rows, ModelPages pages) {
    this.reader = reader;
    this.rows = rows;
    this.pages = pages;
  }

  @GET
  @Path("/tables/{number}/rows/{key}/models")
  @PermitAll
  @Operation(
      operationId = "modelsOfTableRow",
      summary = "Models behind a row of table 3 or 4; its key is the enterprise's code")
  public Uni<Response> ofTable(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @PathParam("number") String number,
      @PathParam("key") String key,
      @Parameter(description = CLASS) @QueryParam("class") @Nullable String ratingClass,
      @Parameter(description = BELOW) @QueryParam("belowAverage") @Nullable String belowAverage,
      @Parameter(description = "As in a search.") @QueryParam("sort") @Nullable String sort,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    Criteria.Search search = Criteria.within(ratingClass, null, belowAverage, sort);
    return read(
        edition,
        rows.ofTable(number, key),
        "tables/" + number,
        search,
        new Paging(request, limit, cursor),
        headers);
  }

  @GET
  @Path("/figures/{number}/rows/{key}/models")
  @PermitAll
  @Operation(
      operationId = "modelsOfFigureRow",
      summary =
          "Models behind a row of figures 1 to 15; its key is the first column: group, enterprise or"
              + " brand, powertrain, style")
  public Uni<Response> ofFigure(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @PathParam("number") String number,
      @PathParam("key") String key,
      @Parameter(description = "Rows of figures 2 to 11: `enterprise` (default) or `brand`.")
          @QueryParam("by")
          @Nullable String by,
      @Parameter(description = CLASS) @QueryParam("class") @Nullable String ratingClass,
      @Parameter(description = BELOW) @QueryParam("belowAverage") @Nullable String belowAverage,
      @Parameter(description = ON_SALE) @QueryParam("onSale") @Nullable String onSale,
      @Parameter(description = "As in a search.") @QueryParam("sort") @Nullable String sort,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    Criteria.Search search = Criteria.within(ratingClass, onSale, belowAverage, sort);
    return read(
        edition,
        rows.ofFigure(number, by, key),
        "figures/" + number,
        search,
        new Paging(request, limit, cursor),
        headers);
  }

  private Uni<Response> read(
      String edition,
      Asked asked,
      String document,
      Criteria.Search search,
      Paging paging,
      HttpHeaders headers) {
    return reader.read(
        edition,
        paging.request(),
        headers,
        number -> {
          rows.check(number, asked);
          String path =
              "/api/v1/reports/%d/%s/rows/%s/models"
                  .formatted(number, document, segment(asked.key()));
          return pages.page(number, search, asked.models(), paging, path);
        });
  }

  private static String segment(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
