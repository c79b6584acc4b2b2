package org.carbonpublicity.reporting.opendata.api;

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
import java.util.List;
import org.carbonpublicity.reporting.http.Cursor;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.opendata.ModelChange;
import org.carbonpublicity.reporting.opendata.ModelsFiles;
import org.carbonpublicity.reporting.opendata.OpenEdition;
import org.carbonpublicity.reporting.opendata.persistence.ModelChangeRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change feed: what differs between two editions. */
@Path(Answers.ROOT + "/changes")
@Tag(name = "open-data")
public class ChangeResource {

  private static final String CSV = "text/csv";
  private static final MediaType CSV_TYPE = new MediaType("text", "csv");

  private final Editions editions;
  private final ModelsFiles files;
  private final ModelChangeRepository changes;

  ChangeResource(Editions editions, ModelsFiles files, ModelChangeRepository changes) {
    this.editions = editions;
    this.files = files;
    this.changes = changes;
  }

  @GET
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      operationId = "changes",
      summary =
          "Models whose rating, footprint or on-sale state differs between two editions, or which only one has")
  @APIResponse(
      responseCode = "200",
      description =
          "A page by model code; `Link` with `rel=\"next\"` leads to the next one, between the same editions. As CSV, a row for each field.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ChangesAnswer.class)),
        @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
  @APIResponse(responseCode = "400", description = "`since` is missing or after `until`")
  @APIResponse(responseCode = "404", description = "No such edition")
  public Response changes(
      @Parameter(required = true, description = "Number of the edition that you have; 0 for none.")
          @QueryParam("since")
          @Nullable String since,
      @Parameter(description = "Number of the edition that you want; without it, the latest.")
          @QueryParam("until")
          @Nullable String until,
      @DefaultValue(Cursor.DEFAULT_LIMIT) @QueryParam("limit") String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context HttpHeaders headers) {
    int size = Cursor.limit(limit);
    String after = Cursor.decode(cursor);
    int from = since(since);
    OpenEdition to = until == null ? editions.latest() : editions.numbered(until);
    if (from > to.number()) {
      throw Problems.invalidParameter(new Fault("since", "after-until", "since is after until"));
    }
    // What compares two editions quickly is made with their files.
    files.of(to);
    List<ModelChange> found = changes.between(from, to.number(), after, size + 1);
    List<ModelChange> page = found.subList(0, Math.min(size, found.size()));
    boolean csv = wantsCsv(headers);
    Response.ResponseBuilder answer =
        Answers.bytes(
                csv
                    ? ChangesAnswer.csv(page)
                    : Answers.json(ChangesAnswer.of(from, to.number(), page)),
                csv ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_JSON,
                headers)
            .header(HttpHeaders.CACHE_CONTROL, until == null ? Answers.ASK_AGAIN : Answers.FOR_EVER)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    String path = "%s/changes?since=%d&until=%d".formatted(Answers.ROOT, from, to.number());
    answer.header("Link", Answers.link(path, "cite-as"));
    if (found.size() > size) {
      // Names both editions, so that all pages are of the same two.
      String next = Cursor.encode(page.get(size - 1).modelCode());
      answer.header("Link", Answers.link(path + "&limit=" + size + "&cursor=" + next, "next"));
    }
    return answer.build();
  }

  private int since(@Nullable String since) {
    if (since == null) {
      throw Problems.invalidParameter(
          new Fault("since", "missing", "since is the number of an edition, or 0"));
    }
    if (since.equals("0")) {
      return 0;
    }
    OpenEdition edition = editions.numbered(since);
    files.of(edition);
    return edition.number();
  }

  private static boolean wantsCsv(HttpHeaders headers) {
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (accepted.isCompatible(CSV_TYPE)) {
        return true;
      }
    }
    return false;
  }
}
