package org.carbonpublicity.reporting.sales.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.reporting.http.Caller;
import org.carbonpublicity.reporting.http.Cursor;
import org.carbonpublicity.reporting.http.Idempotency;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.sales.ImportOutcome;
import org.carbonpublicity.reporting.sales.PriceBands;
import org.carbonpublicity.reporting.sales.Sale;
import org.carbonpublicity.reporting.sales.SalesFile;
import org.carbonpublicity.reporting.sales.SalesImport;
import org.carbonpublicity.reporting.sales.SeriesDirectories;
import org.carbonpublicity.reporting.sales.SeriesKey;
import org.carbonpublicity.reporting.sales.UnmatchedSeries;
import org.carbonpublicity.reporting.sales.file.TableFile.Format;
import org.carbonpublicity.reporting.sales.persistence.SaleRepository;
import org.carbonpublicity.reporting.sales.persistence.SaleRepository.Position;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sales by month: taken from files, corrected by files, read by everyone. */
@Path("/api/v1/sales")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sales")
public class SalesResource {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final SalesImport imports;
  private final SaleRepository sales;
  private final SeriesDirectories directories;
  private final Named named;
  private final Idempotency idempotency;
  private final Caller caller;
  private final Clock clock;
  private final ZoneId zone;

  SalesResource(
      SalesImport imports,
      SaleRepository sales,
      SeriesDirectories directories,
      Named named,
      Idempotency idempotency,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "reporting.zone") ZoneId zone) {
    this.imports = imports;
    this.sales = sales;
    this.directories = directories;
    this.named = named;
    this.idempotency = idempotency;
    this.caller = caller;
    this.clock = clock;
    this.zone = zone;
  }

  /** A page of sales. */
  @Schema(name = "SalesPage")
  record SalesPage(List<SaleAnswer> items) {}

  /** Series that nothing tells of. */
  @Schema(name = "UnmatchedSeriesList")
  record UnmatchedAnswer(List<UnmatchedSeries> items) {}

  /** All revisions of a row, first to last. */
  @Schema(name = "SaleRevisions")
  record RevisionsAnswer(List<RevisionAnswer> items) {}

  @POST
  @RolesAllowed("analyst")
  @Consumes({CSV, XLSX})
  @Operation(
      operationId = "importSales",
      summary =
          "Takes a file of sales (month, enterprise, series, units_sold); rows of a month that are"
              + " there already are replaced, those without units withdrawn")
  @APIResponse(
      responseCode = "201",
      description = "Stored",
      content = @Content(schema = @Schema(implementation = ImportOutcome.class)))
  @APIResponse(responseCode = "200", description = "A dry run: nothing was stored")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "Rows are wrong; nothing was stored")
  public Response importSales(
      @Parameter(description = "`true` stores nothing, ever.") @QueryParam("dryRun")
          @Nullable String dryRun,
      @Parameter(description = "`true` stores the valid rows of a file that has others.")
          @QueryParam("acceptValidRows")
          @Nullable String acceptValidRows,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream body) {
    SalesImport.Options options =
        new SalesImport.Options(
            Named.flag("dryRun", dryRun), Named.flag("acceptValidRows", acceptValidRows));
    String month = YearMonth.now(clock.withZone(zone)).toString();
    // Read as a whole before anything is locked: a slow sender holds nobody up.
    SalesFile file = SalesFile.read(body, format(contentType), month);
    return idempotency.answer(
        caller.actor(),
        options.dryRun() ? null : key,
        "POST /sales " + options + ' ' + file.hash(),
        () ->
            Response.status(options.dryRun() ? 200 : 201)
                .entity(imports.run(file, options, caller.actor())));
  }

  private static Format format(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith(CSV) ? Format.CSV : Format.XLSX;
  }

  @GET
  @PermitAll
  @Operation(operationId = "sales", summary = "What counts as sold, by month, enterprise, series")
  @APIResponse(
      responseCode = "200",
      description = "A page; the next one is named by Link",
      content = @Content(schema = @Schema(implementation = SalesPage.class)))
  public Response sales(
      @Parameter(description = "As YYYY-MM.") @QueryParam("month") @Nullable String month,
      @Parameter(description = "Code, name or alias.") @QueryParam("enterprise")
          @Nullable String enterprise,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request) {
    int size = Cursor.limit(limit);
    Set<String> codes = enterprise == null ? null : named.codes(enterprise);
    List<Sale> found = sales.page(Named.optionalMonth(month), codes, position(cursor), size + 1);
    Map<String, String> names = named.names();
    List<Sale> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new SalesPage(page.stream().map(sale -> SaleAnswer.of(sale, names)).toList()));
    if (found.size() > size) {
      Sale last = page.get(size - 1);
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(
              request,
              "/api/v1/sales",
              last.month() + '\n' + last.key().enterprise() + '\n' + last.key().series()));
    }
    return answer.build();
  }

  private static @Nullable Position position(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return null;
    }
    String[] parts = key.split("\n", -1);
    if (parts.length != 3) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "take the cursor from the Link header of a page"));
    }
    return new Position(parts[0], parts[1], parts[2]);
  }

  @GET
  @Path("/revisions")
  @RolesAllowed("analyst")
  @Operation(operationId = "saleRevisions", summary = "Everything that was ever said of a row")
  @APIResponse(
      responseCode = "200",
      description = "All revisions, first to last",
      content = @Content(schema = @Schema(implementation = RevisionsAnswer.class)))
  @APIResponse(responseCode = "404", description = "Nothing was ever said of such a row")
  public Response revisions(
      @Parameter(description = "As YYYY-MM.") @QueryParam("month") @Nullable String month,
      @Parameter(description = "Code, name or alias.") @QueryParam("enterprise")
          @Nullable String enterprise,
      @Parameter(description = "As files name it, in any spelling.") @QueryParam("series")
          @Nullable String series) {
    String wanted = Named.required("month", Named.optionalMonth(month));
    String name = Named.series(Named.required("series", series));
    List<RevisionAnswer> revisions =
        named.codes(Named.required("enterprise", enterprise)).stream()
            .flatMap(code -> sales.revisions(wanted, SeriesKey.of(code, name)).stream())
            .map(RevisionAnswer::of)
            .toList();
    if (revisions.isEmpty()) {
      throw Problems.notFound("unknown-sale", "Nothing was ever said of such a row.");
    }
    return Response.ok(new RevisionsAnswer(revisions)).build();
  }

  @GET
  @Path("/unmatched")
  @RolesAllowed("analyst")
  @Operation(
      operationId = "unmatchedSeries",
      summary = "Series of a month that no published model, registration or alias tells of")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content = @Content(schema = @Schema(implementation = UnmatchedAnswer.class)))
  public Response unmatched(
      @Parameter(description = "As YYYY-MM.") @QueryParam("month") @Nullable String month) {
    String wanted = Named.required("month", Named.optionalMonth(month));
    return Response.ok(new UnmatchedAnswer(imports.unmatched(wanted))).build();
  }

  @GET
  @Path("/price-bands")
  @PermitAll
  @Operation(
      operationId = "priceBands",
      summary = "Price bands of tables 7 to 11; a bound belongs to the band above it")
  @APIResponse(
      responseCode = "200",
      description = "Lowest first",
      content = @Content(schema = @Schema(implementation = PriceBands.class)))
  public Response priceBands() {
    return Response.ok(directories.bands()).build();
  }
}
