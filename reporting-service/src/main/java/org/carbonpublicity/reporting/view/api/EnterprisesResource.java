package org.carbonpublicity.reporting.view.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.carbonpublicity.reporting.report.api.Wanted;
import org.carbonpublicity.reporting.report.persistence.DocumentRepository;
import org.carbonpublicity.reporting.view.Criterion;
import org.carbonpublicity.reporting.view.Criterion.Field;
import org.carbonpublicity.reporting.view.Facet;
import org.carbonpublicity.reporting.view.ModelOrder;
import org.carbonpublicity.reporting.view.ModelOrder.By;
import org.carbonpublicity.reporting.view.PublishedModel;
import org.carbonpublicity.reporting.view.api.EnterpriseAnswer.ClassAnswer;
import org.carbonpublicity.reporting.view.api.EnterpriseAnswer.ShareAnswer;
import org.carbonpublicity.reporting.view.persistence.ModelRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enterprises in an edition. */
@Path("/api/v1/reports/{edition}/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "models")
public class EnterprisesResource {

  private static final int CLASSES = 5;

  private final ViewReader reader;
  private final ModelRepository models;
  private final DocumentRepository documents;

  EnterprisesResource(ViewReader reader, ModelRepository models, DocumentRepository documents) {
    this.reader = reader;
    this.models = models;
    this.documents = documents;
  }

  @GET
  @Path("/{code}")
  @PermitAll
  @Produces({MediaType.APPLICATION_JSON, Wanted.CSV})
  @Operation(
      operationId = "enterpriseInEdition",
      summary = "An enterprise: its models, classes, mean and places in tables 3 and 4")
  @APIResponse(
      responseCode = "200",
      description = "The enterprise; as CSV, its classes",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = EnterpriseAnswer.class)),
        @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
  @APIResponse(
      responseCode = "404",
      description = "No such edition, or it has no model of the enterprise")
  public Uni<Response> enterprise(
      @Parameter(description = "Number of an edition, or `latest`.") @PathParam("edition")
          String edition,
      @PathParam("code") String code,
      @Context UriInfo request,
      @Context HttpHeaders headers) {
    return reader.read(edition, request, headers, number -> enterprise(number, code));
  }

  private View enterprise(int edition, String code) {
    List<Criterion> all = List.of(Criterion.of(Field.ENTERPRISE_CODE, code));
    List<Criterion> onSale = List.of(all.get(0), Criterion.of(Field.ON_SALE, "true"));
    PublishedModel some =
        Optional.of(code)
            .filter(text -> text.indexOf('\0') < 0)
            .flatMap(text -> first(edition, all, false))
            .orElseThrow(
                () ->
                    Problems.notFound(
                        "unknown-enterprise",
                        "Edition " + edition + " has no model of that enterprise."));
    List<ClassAnswer> classes = classes(edition, onSale);
    long count = models.count(edition, onSale);
    EnterpriseAnswer answer =
        new EnterpriseAnswer(
            edition,
            code,
            some.enterpriseName(),
            some.group(),
            models.count(edition, all),
            count,
            classes.stream().mapToLong(ClassAnswer::models).sum(),
            count == 0
                ? null
                : models
                    .footprintSum(edition, onSale)
                    .divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP),
            share(
                edition,
                Forms.TABLE_3,
                code,
                "belowAverageSharePercent",
                "belowAverageModels",
                "models"),
            share(
                edition, Forms.TABLE_4, code, "class1SharePercent", "class1Models", "ratedModels"),
            classes,
            first(edition, onSale, false).map(ModelAnswer::of).orElse(null),
            first(edition, onSale, true).map(ModelAnswer::of).orElse(null));
    return View.whole(answer, ClassAnswer.class, classes);
  }

  private Optional<PublishedModel> first(
      int edition, List<Criterion> criteria, boolean descending) {
    ModelOrder order = new ModelOrder(By.FOOTPRINT, descending);
    return models.page(edition, criteria, order, null, 1).stream().findFirst();
  }

  /** No class without a rated model: then there are no shares either. */
  private List<ClassAnswer> classes(int edition, List<Criterion> onSale) {
    Map<String, Long> counts =
        models.facet(edition, onSale, Facet.CLASS).stream()
            .filter(count -> !count.value().equals(Criterion.UNRATED))
            .collect(Collectors.toMap(Facet.Count::value, Facet.Count::models));
    long rated = counts.values().stream().mapToLong(Long::longValue).sum();
    List<ClassAnswer> classes = new ArrayList<>();
    for (int number = 1; number <= CLASSES && rated > 0; number++) {
      long count = counts.getOrDefault(Integer.toString(number), 0L);
      classes.add(
          new ClassAnswer(
              number,
              count,
              BigDecimal.valueOf(100 * count)
                  .divide(BigDecimal.valueOf(rated), 1, RoundingMode.HALF_UP)));
    }
    return classes;
  }

  private @Nullable ShareAnswer share(
      int edition, Form table, String code, String share, String part, String whole) {
    try {
      return documents.find(edition, table.name(), "").stream()
          .flatMap(document -> document.rows().stream())
          .filter(row -> code.equals(row.get("enterpriseCode")))
          .map(
              row ->
                  new ShareAnswer(
                      number(row, "rank").intValueExact(),
                      number(row, share),
                      number(row, part).longValueExact(),
                      number(row, whole).longValueExact()))
          .findFirst()
          .orElse(null);
    } catch (SQLException e) {
      throw new IllegalStateException("the document was not read", e);
    }
  }

  private static BigDecimal number(Map<String, @Nullable Object> row, String column) {
    return new BigDecimal(String.valueOf(row.get(column)));
  }
}
