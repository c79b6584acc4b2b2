package org.carbonpublicity.reporting.opendata.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.reporting.http.Cursor;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.opendata.FileFormat;
import org.carbonpublicity.reporting.opendata.OpenEdition;
import org.carbonpublicity.reporting.opendata.persistence.OpenEditionRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of all editions. */
@Path(Answers.ROOT)
@Tag(name = "open-data")
public class CatalogueResource {

  private final OpenEditionRepository editions;

  CatalogueResource(OpenEditionRepository editions) {
    this.editions = editions;
  }

  /** A page of the catalogue, newest edition first. */
  @Schema(name = "OpenDataCatalogue")
  record CatalogueAnswer(List<EditionAnswer> items) {}

  /** An edition and where its data is. */
  @Schema(name = "OpenDataEdition")
  @JsonPropertyOrder({"edition", "asOf", "completedAt", "models", "dataPackage", "files"})
  record EditionAnswer(
      int edition,
      @Schema(description = "The day that it describes.") LocalDate asOf,
      Instant completedAt,
      @Schema(description = "Published models in it.") long models,
      @Schema(description = "Path of its Data Package, with dictionary and checksums.")
          String dataPackage,
      List<FileAnswer> files) {

    static EditionAnswer of(OpenEdition edition) {
      String path = Answers.ROOT + "/editions/" + edition.number() + "/";
      return new EditionAnswer(
          edition.number(),
          edition.asOf(),
          edition.completedAt(),
          edition.models(),
          path + "datapackage.json",
          Arrays.stream(FileFormat.values())
              .map(format -> new FileAnswer(format.mediaType(), path + format.fileName()))
              .toList());
    }
  }

  /** A file of an edition. */
  @Schema(name = "OpenDataFile")
  record FileAnswer(String mediaType, String path) {}

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openDataCatalogue",
      summary = "All editions and where their data is, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page; `Link` with `rel=\"next\"` leads to the next one",
      content = @Content(schema = @Schema(implementation = CatalogueAnswer.class)))
  public Response editions(
      @DefaultValue(Cursor.DEFAULT_LIMIT) @QueryParam("limit") String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context HttpHeaders headers,
      @Context UriInfo request) {
    int size = Cursor.limit(limit);
    List<OpenEdition> found = editions.page(before(cursor), size + 1);
    List<OpenEdition> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Answers.bytes(
                Answers.json(new CatalogueAnswer(page.stream().map(EditionAnswer::of).toList())),
                MediaType.APPLICATION_JSON,
                headers)
            .header(HttpHeaders.CACHE_CONTROL, Answers.ASK_AGAIN);
    if (found.size() > size) {
      String last = Integer.toString(page.get(size - 1).number());
      answer.header("Link", Cursor.nextLink(request, Answers.ROOT, last));
    }
    return answer.build();
  }

  private static @Nullable Integer before(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    if (key == null) {
      return null;
    }
    if (!key.matches("[1-9][0-9]{0,8}")) {
      throw Problems.invalidParameter(
          new Fault(
              "cursor", "invalid", "take the cursor from the Link header of the page before"));
    }
    return Integer.valueOf(key);
  }
}
