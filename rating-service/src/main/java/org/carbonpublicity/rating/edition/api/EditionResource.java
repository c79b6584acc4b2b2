package org.carbonpublicity.rating.edition.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.EditionFrames;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.edition.RatingFilter;
import org.carbonpublicity.rating.edition.persistence.EditionCauses;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.edition.persistence.RatingRepository;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.publication.persistence.PublicationRepository;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Completed editions: each is one consistent whole and never changes. */
@Path("/api/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
class EditionResource {

  private final EditionReads reads;
  private final EditionRepository editions;
  private final RatingRepository ratings;
  private final PublicationRepository publications;
  private final EditionCauses causes;
  private final EditionFrames frames;

  EditionResource(
      EditionReads reads,
      EditionRepository editions,
      RatingRepository ratings,
      PublicationRepository publications,
      EditionCauses causes,
      EditionFrames frames) {
    this.frames = frames;
    this.reads = reads;
    this.editions = editions;
    this.ratings = ratings;
    this.publications = publications;
    this.causes = causes;
  }

  @Schema(name = "EditionPage")
  record EditionPage(List<EditionResponse> items) {}

  @Schema(name = "RatingPage")
  record RatingPage(int edition, List<RatingResponse> items) {}

  @Schema(name = "CategoryMeans")
  record CategoryMeansResponse(int edition, List<CategoryMeanResponse> items) {}

  @Schema(name = "CategoryMean")
  record CategoryMeanResponse(
      String powertrain,
      String bodyType,
      String segment,
      @Schema(description = "Models on sale") long models,
      BigDecimal meanGramsPerKm) {}

  @GET
  @PermitAll
  @Operation(operationId = "listEditions", summary = "Completed editions, newest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EditionPage.class)))
  public Response list(
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    List<Edition> found = editions.before(before(cursor), size + 1);
    List<Edition> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new EditionPage(page.stream().map(this::response).toList()));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), Integer.toString(page.get(size - 1).number())));
    }
    return answer.build();
  }

  private static int before(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return Integer.MAX_VALUE;
    }
    if (!key.matches("[0-9]{1,9}")) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "this cursor is not of the list of editions"));
    }
    return Integer.parseInt(key);
  }

  @GET
  @Path("/{edition}")
  @PermitAll
  @Operation(operationId = "getEdition", summary = "One edition, by number or as `latest`")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EditionResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such edition, or none yet")
  public Response get(
      @PathParam("edition") String edition,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Edition found = reads.find(edition);
    return reads.answer(edition, found, ifNoneMatch, () -> Response.ok(response(found)));
  }

  @GET
  @Path("/{edition}/ratings")
  @PermitAll
  @Operation(operationId = "listRatings", summary = "Ratings of an edition by model code")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RatingPage.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "400", description = "A parameter is unknown or has no such value")
  @APIResponse(responseCode = "404", description = "There is no such edition, or none yet")
  public Response ratings(
      @PathParam("edition") String edition,
      @BeanParam RatingQuery query,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Context UriInfo uri) {
    int size = Cursor.limit(query.limit);
    RatingFilter filter = query.filter();
    String after = Cursor.decode(query.cursor);
    Edition found = reads.find(edition);
    return reads.answer(edition, found, ifNoneMatch, () -> page(found, filter, after, size, uri));
  }

  private Response.ResponseBuilder page(
      Edition edition, RatingFilter filter, @Nullable String after, int size, UriInfo uri) {
    RatingScheme scheme = frames.of(edition).scheme();
    List<ModelRating> found = ratings.page(edition.number(), filter, after, size + 1);
    List<ModelRating> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(
            new RatingPage(
                edition.number(),
                page.stream().map(rating -> RatingResponse.of(rating, scheme)).toList()));
    if (found.size() > size) {
      // The next page is of this edition, even if `latest` means another one by then.
      String path = "/api/v1/editions/" + edition.number() + "/ratings";
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, path, page.get(size - 1).modelCode()));
    }
    return answer;
  }

  @GET
  @Path("/{edition}/category-means")
  @PermitAll
  @Operation(
      operationId = "listCategoryMeans",
      summary = "Mean footprint of each category over its models on sale")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CategoryMeansResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such edition, or none yet")
  public Response categoryMeans(
      @PathParam("edition") String edition,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Edition found = reads.find(edition);
    return reads.answer(
        edition,
        found,
        ifNoneMatch,
        () ->
            Response.ok(
                new CategoryMeansResponse(
                    found.number(),
                    ratings.categoryMeans(found.number()).stream()
                        .map(
                            mean ->
                                new CategoryMeanResponse(
                                    mean.powertrain(),
                                    mean.bodyType(),
                                    mean.segment(),
                                    mean.models(),
                                    mean.meanGramsPerKm()))
                        .toList())));
  }

  private EditionResponse response(Edition edition) {
    return EditionResponse.of(
        edition, publications.batchesUpTo(edition.publication()), causes.of(edition));
  }
}
