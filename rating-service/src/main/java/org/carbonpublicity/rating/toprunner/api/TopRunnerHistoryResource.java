package org.carbonpublicity.rating.toprunner.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.api.EditionReads;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.toprunner.CategoryAttribute;
import org.carbonpublicity.rating.toprunner.TopRunners;
import org.carbonpublicity.rating.toprunner.api.TopRunnerResponse.InEdition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Top runners over the editions. */
@Path("/api/v1/top-runners/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "top runners")
class TopRunnerHistoryResource {

  private final EditionReads editions;
  private final TopRunners topRunners;

  TopRunnerHistoryResource(EditionReads editions, TopRunners topRunners) {
    this.editions = editions;
    this.topRunners = topRunners;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listTopRunnerHistory",
      summary = "The top runners of a category, or a model's time as one, newest edition first",
      description = "Either `model`, or all three of `powertrain`, `bodyType` and `segment`.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TopRunnerResponse.History.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "400", description = "Neither a model nor a category, or both")
  @APIResponse(responseCode = "404", description = "No edition is complete yet")
  public Response history(
      @Parameter(description = "Code of a model") @QueryParam("model") @Nullable String model,
      @QueryParam("powertrain") @Nullable String powertrain,
      @QueryParam("bodyType") @Nullable String bodyType,
      @QueryParam("segment") @Nullable String segment,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    long attributes = Stream.of(powertrain, bodyType, segment).filter(a -> a != null).count();
    if (model != null ? attributes != 0 : attributes != 3) {
      throw Problems.invalidParameter(
          new Fault(
              "model",
              "model-or-category",
              "give either model, or all of powertrain, bodyType and segment"));
    }
    check(CategoryAttribute.POWERTRAIN, powertrain);
    check(CategoryAttribute.BODY_TYPE, bodyType);
    check(CategoryAttribute.SEGMENT, segment);
    Edition latest = editions.find(EditionReads.LATEST);
    // One that completes meanwhile belongs to the next entity tag.
    int below = Math.min(below(cursor), latest.number() + 1);
    return editions.answer(
        EditionReads.LATEST,
        latest,
        ifNoneMatch,
        () -> {
          List<InEdition> found;
          if (model != null) {
            found = topRunners.history(model, below, size + 1).stream().map(InEdition::of).toList();
          } else if (powertrain != null && bodyType != null && segment != null) {
            Category category = new Category(Powertrain.valueOf(powertrain), bodyType, segment);
            found =
                topRunners.history(category, below, size + 1).stream().map(InEdition::of).toList();
          } else {
            throw new IllegalStateException("checked before");
          }
          return page(found, size, uri);
        });
  }

  private static void check(CategoryAttribute attribute, @Nullable String value) {
    String unused = Problems.oneOf(attribute.word(), value, attribute.known());
  }

  private static Response.ResponseBuilder page(List<InEdition> found, int size, UriInfo uri) {
    List<InEdition> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer = Response.ok(new TopRunnerResponse.History(page));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK,
          Cursor.nextLink(uri, uri.getPath(), Integer.toString(page.get(size - 1).edition())));
    }
    return answer;
  }

  private static int below(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return Integer.MAX_VALUE;
    }
    if (!key.matches("[0-9]{1,9}")) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "this cursor is not of a history of top runners"));
    }
    return Integer.parseInt(key);
  }
}
