package org.carbonpublicity.reporting.sales.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.carbonpublicity.reporting.http.Caller;
import org.carbonpublicity.reporting.http.FieldFaults;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.sales.RegisteredSeries;
import org.carbonpublicity.reporting.sales.SeriesRegistrations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is known of series in sales none of whose models is published yet. */
@Path("/api/v1/sales/series")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@Tag(name = "sales")
public class RegisteredSeriesResource {

  private static final Set<String> POWERTRAINS = Set.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
  private static final int MOST_PRICES = 500;
  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("100000000");
  private static final int MOST_DIGITS = 20;

  private final SeriesRegistrations registrations;
  private final Named named;
  private final Caller caller;

  RegisteredSeriesResource(SeriesRegistrations registrations, Named named, Caller caller) {
    this.registrations = registrations;
    this.named = named;
    this.caller = caller;
  }

  /** Powertrains and prices of a series' models on sale. */
  @Schema(name = "RegisteredSeriesRequest")
  record SeriesRequest(
      @Schema(description = "At least one of GASOLINE, DIESEL, HEV, PHEV, BEV.")
          @Nullable List<@Nullable String> powertrains,
      @Schema(description = "Prices of its models on sale; they tell its price bands.")
          @Nullable List<@Nullable BigDecimal> pricesCny) {}

  /** Registrations in force. */
  @Schema(name = "RegisteredSeriesList")
  record SeriesAnswer(List<RegisteredSeries> items) {}

  @GET
  @RolesAllowed("analyst")
  @Operation(operationId = "registeredSeries", summary = "Registrations in force")
  @APIResponse(
      responseCode = "200",
      description = "By enterprise and series",
      content = @Content(schema = @Schema(implementation = SeriesAnswer.class)))
  public Response list() {
    return Response.ok(new SeriesAnswer(registrations.inForce())).build();
  }

  @PUT
  @Path("/{enterprise}/{series: .+}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(
      operationId = "registerSeries",
      summary = "Tells powertrains and prices of a series that has no published model on sale")
  @APIResponse(
      responseCode = "200",
      description = "In force until a model of the series is published",
      content = @Content(schema = @Schema(implementation = RegisteredSeries.class)))
  @APIResponse(responseCode = "404", description = "No such enterprise")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response put(
      @Parameter(description = "Code, name or alias.") @PathParam("enterprise") String enterprise,
      @Parameter(description = "As the platform will name it.") @PathParam("series") String series,
      @Nullable SeriesRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String name = Named.series(series);
    FieldFaults faults = new FieldFaults();
    List<String> powertrains = powertrains(request.powertrains(), faults);
    List<BigDecimal> prices = prices(request.pricesCny(), faults);
    faults.refuse("invalid-series", "The registration breaks rules");
    String code = named.enterprise(enterprise);
    return Response.ok(registrations.put(code, name, powertrains, prices, caller.actor())).build();
  }

  private static List<String> powertrains(
      @Nullable List<@Nullable String> given, FieldFaults faults) {
    if (given == null || given.isEmpty()) {
      faults.add("powertrains", "missing", "at least one powertrain is needed");
      return List.of();
    }
    for (int i = 0; i < given.size(); i++) {
      String one = given.get(i);
      if (one == null || !POWERTRAINS.contains(one)) {
        faults.add("powertrains[" + i + "]", "unknown-value", "GASOLINE, DIESEL, HEV, PHEV or BEV");
      }
    }
    return given.stream().filter(Objects::nonNull).distinct().sorted().toList();
  }

  private static List<BigDecimal> prices(
      @Nullable List<@Nullable BigDecimal> given, FieldFaults faults) {
    if (given == null || given.isEmpty()) {
      faults.add("pricesCny", "missing", "at least one price is needed");
      return List.of();
    }
    if (given.size() > MOST_PRICES) {
      faults.add("pricesCny", "too-many", "at most " + MOST_PRICES + " prices");
      return List.of();
    }
    for (int i = 0; i < given.size(); i++) {
      BigDecimal price = given.get(i);
      boolean fine =
          price != null
              && price.signum() > 0
              && Math.abs((long) price.scale()) <= MOST_DIGITS
              && price.compareTo(HIGHEST_PRICE) <= 0;
      if (!fine) {
        faults.add("pricesCny[" + i + "]", "out-of-range", "above 0, at most " + HIGHEST_PRICE);
      }
    }
    return given.stream().filter(Objects::nonNull).toList();
  }

  @DELETE
  @Path("/{enterprise}/{series: .+}")
  @RolesAllowed("analyst")
  @Operation(operationId = "deleteRegisteredSeries", summary = "Takes a registration back")
  @APIResponse(responseCode = "204", description = "No longer in force")
  @APIResponse(responseCode = "404", description = "No such registration in force")
  public Response delete(
      @PathParam("enterprise") String enterprise, @PathParam("series") String series) {
    String code = named.enterprise(enterprise);
    if (!registrations.remove(code, Named.series(series), caller.actor())) {
      throw Problems.notFound("unknown-series", "No such registration is in force.");
    }
    return Response.noContent().build();
  }
}
