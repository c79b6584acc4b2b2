package org.carbonpublicity.disclosure.correction.api;

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
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.correction.Erratum;
import org.carbonpublicity.disclosure.correction.persistence.ErratumRepository;
import org.carbonpublicity.disclosure.correction.persistence.ErratumRepository.Position;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.Moment;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was changed after its publication, for everybody. */
@Path("/api/v1/errata")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections")
class ErratumResource {

  private final ErratumRepository errata;
  private final ZoneId zone;

  ErratumResource(ErratumRepository errata, @ConfigProperty(name = "disclosure.zone") ZoneId zone) {
    this.errata = errata;
    this.zone = zone;
  }

  @Schema(name = "ErratumPage")
  record ErratumPage(List<Erratum> items) {}

  @GET
  @PermitAll
  @Operation(
      operationId = "listErrata",
      summary = "Published corrections, the latest first",
      description = "since is a moment, or a day from its beginning.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ErratumPage.class)))
  public Response list(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("modelCode") @Nullable String modelCode,
      @QueryParam("since") @Nullable String since,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    CorrectionKind wanted = kind == null ? null : kind(kind);
    Instant from = since == null ? null : Moment.since("since", since, zone);
    Position after = position(Cursor.decode(cursor));
    int size = Cursor.limit(limit);
    List<Erratum> found =
        modelCode == null
            ? errata.list(wanted, from, after, size + 1)
            : errata.of(modelCode, wanted, from, after, size + 1);
    List<Erratum> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer = Response.ok(new ErratumPage(page));
    if (found.size() > size) {
      Erratum last = page.get(size - 1);
      String key = last.publication() + " " + last.modelCode();
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), key));
    }
    return answer.build();
  }

  private static CorrectionKind kind(String name) {
    return Arrays.stream(CorrectionKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalidParameter(
                    new Fault(
                        "kind", "invalid", "one of " + Arrays.toString(CorrectionKind.values()))));
  }

  private static @Nullable Position position(@Nullable String key) {
    if (key == null) {
      return null;
    }
    int space = key.indexOf(' ');
    try {
      if (space > 0) {
        return new Position(Integer.parseInt(key.substring(0, space)), key.substring(space + 1));
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw Problems.invalidParameter(
        new Fault("cursor", "invalid", "take the cursor from the Link header"));
  }
}
