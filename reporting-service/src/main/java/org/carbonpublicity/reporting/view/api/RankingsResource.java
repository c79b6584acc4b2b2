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
import java.util.List;
import java.util.regex.Pattern;
import org.carbonpublicity.reporting.http.Cursor;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.report.api.Wanted;
import org.carbonpublicity.reporting.view.Criterion;
import org.carbonpublicity.reporting.view.Criterion.Field;
import org.carbonpublicity.reporting.view.api.ModelPages.Paging;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.RankedAnswer;
import org.carbonpublicity.reporting.view.api.ModelsAnswer.RankingAnswer;
import org.carbonpublicity.reporting.view.persistence.ModelRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Models ranked within a category. */
@Path("/api/v1/reports/{edition}/rankings")
@Produces({MediaType.APPLICATION_JSON, Wanted.CSV})
@Tag(name = "models")
public class RankingsResource {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final ViewReader reader;
  private final ModelRepository models;

  RankingsResource(ViewReader reader, ModelRepository models) {
    this.reader = reader;
    this.models = models;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "ranking",
      summary = "Models on sale of a category in competition ranks, lowest footprint first")
  @APIResponse(
      responseCode = "200",
      description = "A page; the next one is named by Link, in the same edition",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = RankingAnswer.class)),
        @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  @APIResponse(
      responseCode = "404",
      description = "No such edition, or it has no models on sale of the category")
  public Uni<Response> ranking(
      @Parameter(description = "Number of an edition, or `latest`.") @PathParam("edition")
          String edition,
      @Parameter(description = "Powertrain, body type and segment, as BEV/SEDAN/A.")
          @QueryParam("category")
          @Nullable String category,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    if (category == null || !Criteria.isCategory(category)) {
      throw Problems.invalidParameter(
          new Fault(
              "category",
              category == null ? "missing" : "invalid",
              "category is powertrain/body type/segment, as BEV/SEDAN/A"));
    }
    Paging paging = new Paging(request, limit, cursor);
    return reader.read(edition, request, headers, number -> page(number, category, paging));
  }

  private View page(int edition, String category, Paging paging) {
    int size = paging.size();
    int after = passedOver(edition, paging.cursor());
    long all =
        models.count(
            edition,
            List.of(Criterion.of(Field.CATEGORY, category), Criterion.of(Field.ON_SALE, "true")));
    if (all == 0) {
      throw Problems.notFound(
          "unknown-category", "Edition " + edition + " has no models on sale of " + category + ".");
    }
    List<RankedAnswer> items =
        models.ranking(edition, category, after, size).stream()
            .map(ranked -> RankedAnswer.of(ranked.rank(), ranked.model()))
            .toList();
    String next =
        all - after > size
            ? Cursor.nextLink(
                paging.request(),
                "/api/v1/reports/" + edition + "/rankings",
                edition + "\n" + (after + size))
            : null;
    return new View(
        new RankingAnswer(edition, category, all, items), RankedAnswer.class, items, next);
  }

  /** An edition's order never changes: a count says where to go on. */
  private static int passedOver(int edition, @Nullable String cursor) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return 0;
    }
    String head = edition + "\n";
    if (!key.startsWith(head) || !NUMBER.matcher(key.substring(head.length())).matches()) {
      throw Problems.invalidParameter(
          new Fault(
              "cursor", "invalid", "a cursor goes on in the same edition: follow the Link header"));
    }
    return Integer.parseInt(key.substring(head.length()));
  }
}
