package org.carbonpublicity.reporting.view.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.report.api.Wanted;
import org.carbonpublicity.reporting.view.FormerRating;
import org.carbonpublicity.reporting.view.PublishedModel;
import org.carbonpublicity.reporting.view.api.ModelPages.Paging;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.Compared;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.Comparison;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.History;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.HistoryAnswer;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.Portrait;
import org.carbonpublicity.reporting.view.persistence.ModelRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Models of an edition: found, looked at, laid side by side. */
@Path("/api/v1/reports/{edition}/models")
@Produces({MediaType.APPLICATION_JSON, Wanted.CSV})
@Tag(name = "models")
@APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
@APIResponse(responseCode = "404", description = "No such edition or model")
public class ModelsResource {

  private static final int MOST_COMPARED = 6;
  private static final String EDITION = "Number of an edition, or `latest`.";

  private final ViewReader reader;
  private final ModelPages pages;
  private final ModelRepository models;

  ModelsResource(ViewReader reader, ModelPages pages, ModelRepository models) {
    this.reader = reader;
    this.pages = pages;
    this.models = models;
  }

  @GET
  @PermitAll
  @Operation(operationId = "models", summary = "Models of an edition that fulfil all filters given")
  @APIResponse(
      responseCode = "200",
      description = "A page; the next one is named by Link, in the same edition",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ModelsAnswer.class)),
        @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; all are told")
  public Uni<Response> models(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @BeanParam ModelParameters given,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    Criteria.Search search = Criteria.of(given);
    Paging paging = new Paging(request, given.limit, given.cursor);
    return reader.read(
        edition,
        request,
        headers,
        number ->
            pages.page(number, search, List.of(), paging, "/api/v1/reports/" + number + "/models"));
  }

  @GET
  @Path("/comparison")
  @PermitAll
  @Operation(operationId = "compareModels", summary = "Up to six models side by side")
  @APIResponse(
      responseCode = "200",
      description = "In the order asked for",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Comparison.class)),
        @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
      })
  public Uni<Response> comparison(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @Parameter(description = "Codes of one to six models, separated by commas.")
          @QueryParam("codes")
          @Nullable String codes,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    List<String> wanted = codes(codes);
    return reader.read(edition, request, headers, number -> compare(number, wanted));
  }

  private static List<String> codes(@Nullable String text) {
    List<String> codes = text == null ? List.of() : List.of(text.split(",", -1));
    Set<String> distinct = new TreeSet<>(codes);
    if (codes.isEmpty()
        || codes.size() > MOST_COMPARED
        || distinct.size() < codes.size()
        || distinct.contains("")) {
      throw Problems.invalidParameter(
          new Fault("codes", "invalid", "codes are one to six different model codes"));
    }
    return codes;
  }

  private View compare(int edition, List<String> codes) {
    List<Compared> compared = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String code : codes) {
      models
          .find(edition, code)
          .ifPresentOrElse(
              model -> compared.add(new Compared(ModelAnswer.of(model), place(edition, model))),
              () -> unknown.add(code));
    }
    if (!unknown.isEmpty()) {
      throw unknown(edition, unknown);
    }
    return View.whole(
        new Comparison(edition, compared),
        ModelAnswer.class,
        compared.stream().map(Compared::model).toList());
  }

  private @Nullable PlaceAnswer place(int edition, PublishedModel model) {
    return models
        .place(edition, model)
        .map(place -> PlaceAnswer.of(model.category(), place))
        .orElse(null);
  }

  private static HttpProblem unknown(int edition, List<String> codes) {
    return Problems.notFound(
        "unknown-model", "Edition " + edition + " does not have " + String.join(", ", codes) + ".");
  }

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(
      operationId = "model",
      summary = "A model: what is known of it, its place in its category, its history")
  @APIResponse(
      responseCode = "200",
      description = "The model",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Portrait.class)),
        @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
      })
  public Uni<Response> model(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @PathParam("code") String code,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    return reader.read(edition, request, headers, number -> portrait(number, code));
  }

  private View portrait(int edition, String code) {
    Optional<PublishedModel> found =
        code.indexOf('\0') < 0 ? models.find(edition, code) : Optional.empty();
    PublishedModel model = found.orElseThrow(() -> unknown(edition, List.of(code)));
    ModelAnswer answer = ModelAnswer.of(model);
    Portrait portrait =
        new Portrait(
            edition, answer, place(edition, model), history(models.history(edition, code)));
    return View.whole(portrait, ModelAnswer.class, List.of(answer));
  }

  @GET
  @Path("/{code}/history")
  @PermitAll
  @Operation(
      operationId = "modelHistory",
      summary = "What editions up to this one said of a model, which it may have no more")
  @APIResponse(
      responseCode = "200",
      description = "First to last",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = History.class)),
        @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
      })
  public Uni<Response> history(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @PathParam("code") String code,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    return reader.read(edition, request, headers, number -> history(number, code));
  }

  private View history(int edition, String code) {
    List<FormerRating> found = code.indexOf('\0') < 0 ? models.history(edition, code) : List.of();
    if (found.isEmpty()) {
      throw unknown(edition, List.of(code));
    }
    List<HistoryAnswer> items = history(found);
    return View.whole(new History(edition, code, items), HistoryAnswer.class, items);
  }

  private static List<HistoryAnswer> history(List<FormerRating> found) {
    return found.stream().map(HistoryAnswer::of).toList();
  }
}
