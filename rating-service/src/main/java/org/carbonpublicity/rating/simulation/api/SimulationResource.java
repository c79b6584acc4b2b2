package org.carbonpublicity.rating.simulation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.http.Caller;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.Idempotency;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.scheme.KeptScheme;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.Schemes;
import org.carbonpublicity.rating.simulation.Simulation;
import org.carbonpublicity.rating.simulation.SimulationState;
import org.carbonpublicity.rating.simulation.Simulations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Schemes tried on editions before they are put in force. */
@Path(SimulationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "scheme simulations")
class SimulationResource {

  static final String PATH = "/api/v1/scheme-simulations";
  private static final Logger LOG = Logger.getLogger(SimulationResource.class);
  private static final String CSV = "text/csv; charset=UTF-8";

  private final Simulations simulations;
  private final Schemes schemes;
  private final EditionRepository editions;
  private final Idempotency idempotency;
  private final Caller caller;

  SimulationResource(
      Simulations simulations,
      Schemes schemes,
      EditionRepository editions,
      Idempotency idempotency,
      Caller caller) {
    this.simulations = simulations;
    this.schemes = schemes;
    this.editions = editions;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "SchemeSimulationPage")
  record SimulationPage(List<SimulationResponse> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "simulateRatingScheme",
      summary = "Tries a scheme on the models of an edition; nothing but the simulation is kept",
      description =
          "Poll the Location until it is FINISHED. With wanted shares, the bounds are found that come nearest.")
  @APIResponse(
      responseCode = "202",
      description = "It is being computed",
      content = @Content(schema = @Schema(implementation = SimulationResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such edition or scheme")
  @APIResponse(
      responseCode = "422",
      description = "The request breaks rules; all of them are named")
  public Response start(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable SimulationRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    return idempotency.answer(
        caller.actor(), key, "POST " + PATH + " " + request, () -> started(request));
  }

  private Response.ResponseBuilder started(SimulationRequest request) {
    List<Fault> faults = new ArrayList<>();
    Optional<RatingScheme> stated = request.stated(faults);
    List<BigDecimal> shares = request.shares(faults);
    if ((request.scheme() == null) == (request.definition() == null)) {
      faults.add(new Fault("scheme", "required", "either a scheme's id or a definition"));
    }
    if (!faults.isEmpty()) {
      throw Problems.unprocessable(
          "invalid-simulation", "The simulation cannot be made like this", faults);
    }
    Edition edition =
        (request.edition() == null ? editions.latest() : editions.find(request.edition()))
            .orElseThrow(() -> Problems.notFound("unknown-edition", "there is no such edition"));
    RatingScheme scheme = stated.orElseGet(() -> named(String.valueOf(request.scheme())));
    Simulation simulation = simulations.start(edition.number(), scheme, shares, caller.actor());
    return Response.accepted(SimulationResponse.of(simulation))
        .header(HttpHeaders.LOCATION, PATH + "/" + simulation.id());
  }

  private RatingScheme named(String id) {
    return schemes
        .find(id)
        .map(KeptScheme::scheme)
        .orElseThrow(
            () -> Problems.notFound("unknown-rating-scheme", "there is no rating scheme " + id));
  }

  @GET
  @Operation(operationId = "listSchemeSimulations", summary = "Simulations, newest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SimulationPage.class)))
  public Response list(
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    List<Simulation> found = simulations.before(position(cursor), size + 1);
    List<Simulation> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new SimulationPage(page.stream().map(SimulationResponse::of).toList()));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), Long.toString(page.get(size - 1).position())));
    }
    return answer.build();
  }

  private static long position(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return Long.MAX_VALUE;
    }
    if (!key.matches("[0-9]{1,18}")) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "this cursor is not of the list of simulations"));
    }
    return Long.parseLong(key);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getSchemeSimulation", summary = "A simulation and what it has found")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SimulationResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such simulation")
  public SimulationResponse get(@PathParam("id") String id) {
    return SimulationResponse.of(find(id));
  }

  @GET
  @Path("/{id}/models")
  @Produces("text/csv")
  @Operation(
      operationId = "exportSchemeSimulation",
      summary = "All models of a finished simulation with their class before and after, as CSV")
  @APIResponse(responseCode = "200", description = "UTF-8, by model code")
  @APIResponse(responseCode = "404", description = "There is no such simulation")
  @APIResponse(responseCode = "409", description = "It is not finished")
  public Response models(@PathParam("id") String id) {
    Simulation simulation = find(id);
    if (simulation.state() != SimulationState.FINISHED) {
      throw Problems.conflict("simulation-not-finished", "it is " + simulation.state(), List.of());
    }
    StreamingOutput csv =
        output -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
          writer.write(
              "model_code,enterprise,on_sale,footprint_g_per_km,class_before,class_after,ratio,unrated_reason\n");
          long written =
              simulations.models(
                  simulation,
                  (code, enterprise, onSale, footprint, before, after, ratio, reason) ->
                      write(
                          writer,
                          code,
                          enterprise,
                          onSale ? "Y" : "N",
                          footprint.toPlainString(),
                          before,
                          after,
                          ratio == null ? null : ratio.toPlainString(),
                          reason));
          LOG.debugf("event=simulation-exported id=%s models=%d", simulation.id(), written);
          writer.flush();
        };
    return Response.ok(csv, CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"simulation-" + simulation.id() + ".csv\"")
        .build();
  }

  /** Codes, numbers and names of this service: none of them holds a comma or a quote. */
  private static void write(Writer writer, @Nullable Object... cells) {
    try {
      for (int i = 0; i < cells.length; i++) {
        writer.write(i == 0 ? "" : ",");
        writer.write(cells[i] == null ? "" : String.valueOf(cells[i]));
      }
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Simulation find(String id) {
    Optional<Simulation> found;
    try {
      found = simulations.find(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      found = Optional.empty();
    }
    return found.orElseThrow(
        () -> Problems.notFound("unknown-simulation", "there is no such simulation"));
  }
}
