package org.carbonpublicity.reporting.view.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.carbonpublicity.reporting.report.api.Wanted;
import org.carbonpublicity.reporting.view.MeanOverEditions;
import org.carbonpublicity.reporting.view.MeanOverEditions.By;
import org.carbonpublicity.reporting.view.persistence.ModelRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What changed from edition to edition. */
@Path("/api/v1/reports/trends")
@Produces({MediaType.APPLICATION_JSON, Wanted.CSV})
@Tag(name = "models")
public class TrendsResource {

  private final ViewReader reader;
  private final ModelRepository models;

  TrendsResource(ViewReader reader, ModelRepository models) {
    this.reader = reader;
    this.models = models;
  }

  /** Means of all editions. */
  @Schema(name = "Trend")
  record TrendAnswer(
      @Schema(description = "The latest.") int edition,
      String of,
      String by,
      List<PointAnswer> items) {}

  /** A mean of an edition. */
  @Schema(name = "TrendPoint", description = "Over models on sale; absent where there is none.")
  record PointAnswer(
      String key,
      String name,
      int edition,
      @Nullable LocalDate asOf,
      BigDecimal meanFootprintGramsPerKm,
      long models) {

    static PointAnswer of(MeanOverEditions mean) {
      return new PointAnswer(
          mean.key(),
          mean.name(),
          mean.edition(),
          mean.asOf(),
          mean.footprintSum().divide(BigDecimal.valueOf(mean.models()), 2, RoundingMode.HALF_UP),
          mean.models());
    }
  }

  @GET
  @PermitAll
  @Operation(operationId = "trends", summary = "Mean footprints over all editions")
  @APIResponse(
      responseCode = "200",
      description = "By key, then edition",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = TrendAnswer.class)),
        @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; all are told")
  public Uni<Response> trends(
      @Parameter(description = "`mean`") @QueryParam("of") @Nullable String of,
      @Parameter(description = "`powertrain`, `style`, `group` or `enterprise`.") @QueryParam("by")
          @Nullable String by,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    List<Fault> faults = new ArrayList<>();
    if (!"mean".equals(of)) {
      faults.add(new Fault("of", of == null ? "missing" : "invalid", "of is mean"));
    }
    By wanted = null;
    for (By each : By.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(by)) {
        wanted = each;
      }
    }
    if (wanted == null) {
      faults.add(
          new Fault(
              "by",
              by == null ? "missing" : "invalid",
              "by is powertrain, style, group or enterprise"));
    }
    if (wanted == null || !faults.isEmpty()) {
      throw Problems.invalidParameters(faults);
    }
    By chosen = wanted;
    return reader.readLatest(request, headers, edition -> trend(edition, chosen));
  }

  private View trend(int edition, By by) {
    List<PointAnswer> items = models.means(edition, by).stream().map(PointAnswer::of).toList();
    return View.whole(
        new TrendAnswer(edition, "mean", by.name().toLowerCase(Locale.ROOT), items),
        PointAnswer.class,
        items);
  }
}
