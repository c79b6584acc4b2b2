package org.carbonpublicity.reporting.report.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Forms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tables and figures of an edition. Every edition stays readable; {@code latest} moves on. */
@Path("/api/v1/reports/{edition}")
@Produces({MediaType.APPLICATION_JSON, Wanted.CSV})
@Tag(name = "reports")
@APIResponse(
    responseCode = "200",
    description = "The table or figure",
    content = {
      @Content(
          mediaType = MediaType.APPLICATION_JSON,
          schema = @Schema(implementation = ReportAnswer.class)),
      @Content(mediaType = Wanted.CSV, schema = @Schema(implementation = String.class))
    })
@APIResponse(responseCode = "304", description = "Not modified: If-None-Match names its ETag")
@APIResponse(responseCode = "404", description = "No such edition, table or figure")
public class ReportResource {

  private static final String EDITION = "Number of an edition, or `latest`.";

  private final ReportReader reader;
  private final Figures figures;

  ReportResource(ReportReader reader, Figures figures) {
    this.reader = reader;
    this.figures = figures;
  }

  @GET
  @Path("/tables/1")
  @RolesAllowed({"member", "assessor", "analyst"})
  @Operation(operationId = "scores", summary = "Table 1: scores of enterprises, for members")
  public Uni<Response> scores(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @Context HttpHeaders headers) {
    return reader.read(edition, forMembers(Forms.TABLE_1), headers);
  }

  @GET
  @Path("/tables/2")
  @RolesAllowed({"member", "assessor", "analyst"})
  @Operation(operationId = "stars", summary = "Table 2: stars of enterprises, for members")
  public Uni<Response> stars(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @Context HttpHeaders headers) {
    return reader.read(edition, forMembers(Forms.TABLE_2), headers);
  }

  @GET
  @Path("/tables/{number}")
  @PermitAll
  @Operation(
      operationId = "table",
      summary =
          "Table 3 (below average), 4 (Class 1), 5 to 11 (best sellers of a month) or 12 (star rules)")
  public Uni<Response> table(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @PathParam("number") String number,
      @Parameter(
              description =
                  "Tables 5 to 11: month of the sales as YYYY-MM; without it, the latest that has any.")
          @QueryParam("month")
          @Nullable String month,
      @Context HttpHeaders headers) {
    return reader.read(edition, Tables.open(number, month), headers);
  }

  @GET
  @Path("/figures/{number}")
  @PermitAll
  @Operation(
      operationId = "figure",
      summary =
          "Figure 1 (groups), 2 to 11 (classes within a group), 12 (NEV enterprises), 13 to 15 (means)")
  public Uni<Response> figure(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @PathParam("number") String number,
      @Parameter(description = "Rows of figures 2 to 11: `enterprise` (default) or `brand`.")
          @QueryParam("by")
          @Nullable String by,
      @Context HttpHeaders headers) {
    return reader.read(edition, figures.asked(number, by), headers);
  }

  @GET
  @Path("/figures/class-distribution")
  @PermitAll
  @Operation(
      operationId = "classDistribution",
      summary = "Distribution of classes within any group, or among all enterprises")
  public Uni<Response> classDistribution(
      @Parameter(description = EDITION) @PathParam("edition") String edition,
      @Parameter(description = "Name of a group; without it, all enterprises count.")
          @QueryParam("group")
          @Nullable String group,
      @Parameter(description = "`enterprise` (default) or `brand`.") @QueryParam("by")
          @Nullable String by,
      @Context HttpHeaders headers) {
    return reader.read(edition, figures.classDistribution(group, by), headers);
  }

  private static Asked forMembers(Form form) {
    HttpProblem absent = Tables.notYet("No enterprise's result has been published yet.");
    return new Asked(form, "", true, absent);
  }
}
