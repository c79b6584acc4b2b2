package org.carbonpublicity.rating.edition.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.FittedLine;
import org.carbonpublicity.rating.edition.persistence.ReferenceLineRepository;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.Schemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The lines that an edition was rated by: with them everybody can repeat its classes. */
@Path("/api/v1/editions/{edition}/reference-lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
class ReferenceLineResource {

  private final EditionReads reads;
  private final ReferenceLineRepository fitted;
  private final Schemes schemes;

  ReferenceLineResource(EditionReads reads, ReferenceLineRepository fitted, Schemes schemes) {
    this.reads = reads;
    this.fitted = fitted;
    this.schemes = schemes;
  }

  @Schema(name = "ReferenceLines")
  record ReferenceLinesResponse(
      int edition,
      String scheme,
      @Schema(description = "FIXED_LINES, FITTED_LINES, CATEGORY_MEAN or ABSOLUTE_BANDS")
          String kind,
      @Schema(description = "Empty when the scheme compares with no line")
          List<LineResponse> items) {}

  @Schema(name = "EditionReferenceLine")
  record LineResponse(
      String powertrain,
      @Schema(description = "Models on sale that it was fitted to; absent for a fixed line")
          @Nullable Long models,
      @Schema(
              description =
                  "reference = intercept + slope · curb mass; absent when the models were too few for a line:"
                      + " they are compared with the mean of their category")
          @Nullable BigDecimal interceptGramsPerKm,
      @Nullable BigDecimal slopeGramsPerKmPerKg) {

    static LineResponse of(String powertrain, @Nullable Long models, @Nullable ReferenceLine line) {
      return new LineResponse(
          powertrain,
          models,
          line == null ? null : line.interceptGramsPerKm(),
          line == null ? null : line.slopeGramsPerKmPerKg());
    }
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listReferenceLines",
      summary = "The lines of an edition: those of its scheme, or those fitted to its models")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReferenceLinesResponse.class)))
  @APIResponse(responseCode = "304", description = "As named by If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such edition, or none yet")
  public Response list(
      @PathParam("edition") String edition,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Edition found = reads.find(edition);
    return reads.answer(edition, found, ifNoneMatch, () -> Response.ok(lines(found)));
  }

  private ReferenceLinesResponse lines(Edition edition) {
    var rule = schemes.find(edition.scheme()).orElseThrow().scheme().reference();
    List<LineResponse> lines =
        rule instanceof FixedLines fixed
            ? fixed.lines().entrySet().stream()
                .map(line -> LineResponse.of(line.getKey().name(), null, line.getValue()))
                .toList()
            : fitted.of(edition.number()).stream().map(ReferenceLineResource::response).toList();
    return new ReferenceLinesResponse(
        edition.number(), edition.scheme(), rule.kind().name(), lines);
  }

  private static LineResponse response(FittedLine fitted) {
    return LineResponse.of(fitted.powertrain().name(), fitted.models(), fitted.line());
  }
}
