package org.carbonpublicity.rating.comparison.api;

import jakarta.annotation.security.PermitAll;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonpublicity.rating.comparison.EditionComparison;
import org.carbonpublicity.rating.comparison.EditionComparison.Compared;
import org.carbonpublicity.rating.comparison.Standing;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.api.EditionReads;
import org.carbonpublicity.rating.http.Cursor;
import org.carbonpublicity.rating.http.Problems;
import org.carbonpublicity.rating.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which models moved from one class to another since an earlier edition, and why. */
@Path("/api/v1/editions/{edition}/migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
class MigrationResource {

  private static final String STANDINGS =
      Arrays.stream(Standing.values()).map(Standing::token).collect(Collectors.joining(", "));

  private final EditionReads reads;
  private final EditionComparison comparison;

  MigrationResource(EditionReads reads, EditionComparison comparison) {
    this.reads = reads;
    this.comparison = comparison;
  }

  @Schema(name = "MovedModelPage")
  record MovedModelPage(
      int edition, int since, String from, String to, List<MovedModelResponse> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "getMigrations",
      summary = "How many models moved from which class to which, and what moved them")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MigrationsResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "400", description = "`since` is not earlier than the edition")
  @APIResponse(responseCode = "404", description = "There is no such edition, or none before it")
  public Response migrations(
      @PathParam("edition") String edition,
      @Parameter(description = "An earlier edition; the one before when absent")
          @QueryParam("since")
          @Nullable String since,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Edition found = reads.find(edition);
    Edition earlier = earlier(found, since);
    return reads.answer(
        edition,
        found,
        ifNoneMatch,
        () ->
            Response.ok(
                MigrationsResponse.of(
                    comparison.migrations(earlier, found), found.scheme(), earlier.scheme())));
  }

  @GET
  @Path("/models")
  @PermitAll
  @Operation(
      operationId = "listMovedModels",
      summary = "The models of one cell of the matrix, by model code, with what moved each")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MovedModelPage.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "400", description = "A parameter is missing or has no such value")
  @APIResponse(responseCode = "404", description = "There is no such edition, or none before it")
  public Response models(
      @PathParam("edition") String edition,
      @Parameter(description = "An earlier edition; the one before when absent")
          @QueryParam("since")
          @Nullable String since,
      @Parameter(description = "1 to 5, `unrated` or `absent`", required = true) @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "1 to 5, `unrated` or `absent`", required = true) @QueryParam("to")
          @Nullable String to,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @Context UriInfo uri) {
    int size = Cursor.limit(limit);
    String after = Cursor.decode(cursor);
    Standing start = standing("from", from);
    Standing end = standing("to", to);
    if (start == Standing.ABSENT && end == Standing.ABSENT) {
      throw Problems.invalidParameter(
          new Fault("to", "out-of-range", "a model absent from both editions is in neither"));
    }
    Edition found = reads.find(edition);
    Edition earlier = earlier(found, since);
    return reads.answer(
        edition, found, ifNoneMatch, () -> page(earlier, found, start, end, after, size, uri));
  }

  private Response.ResponseBuilder page(
      Edition since,
      Edition edition,
      Standing from,
      Standing to,
      @Nullable String after,
      int size,
      UriInfo uri) {
    List<Compared> found = comparison.models(since, edition, from, to, after, size + 1);
    List<Compared> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(
            new MovedModelPage(
                edition.number(),
                since.number(),
                from.token(),
                to.token(),
                page.stream().map(MovedModelResponse::of).toList()));
    if (found.size() > size) {
      // The next page is of this edition, even if `latest` means another one by then.
      String path = "/api/v1/editions/" + edition.number() + "/migrations/models";
      String last = page.get(size - 1).model().modelCode();
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, path, last));
    }
    return answer;
  }

  private Edition earlier(Edition edition, @Nullable String since) {
    if (since == null) {
      Integer before = edition.previous();
      if (before == null) {
        throw Problems.notFound(
            "no-earlier-edition", "edition 1 has none before it to compare it with");
      }
      return reads.find(before.toString());
    }
    Edition earlier = reads.find(since);
    if (earlier.number() >= edition.number()) {
      throw Problems.invalidParameter(
          new Fault(
              "since",
              "not-earlier",
              "edition %d is not earlier than edition %d"
                  .formatted(earlier.number(), edition.number())));
    }
    return earlier;
  }

  private static Standing standing(String parameter, @Nullable String token) {
    Standing standing = token == null ? null : Standing.of(token);
    if (standing == null) {
      throw Problems.invalidParameter(
          new Fault(
              parameter,
              token == null ? "missing" : "unknown-value",
              parameter + " is one of " + STANDINGS));
    }
    return standing;
  }
}
