package org.carbonpublicity.disclosure.feedback.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.carbonpublicity.disclosure.form.FilledForm;
import org.carbonpublicity.disclosure.form.Language;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feedback form that an automaker fills in. */
@Path("/api/v1/batches/{number}/feedback-form")
@RolesAllowed({"automaker", "analyst"})
@SecurityRequirement(name = "token")
@Tag(name = "feedback")
class TemplateResource {

  private final FeedbackAccess access;
  private final RevisionRepository revisions;

  TemplateResource(FeedbackAccess access, RevisionRepository revisions) {
    this.access = access;
    this.revisions = revisions;
  }

  @GET
  @Produces({Upload.CSV, Upload.XLSX})
  @Operation(
      operationId = "getFeedbackForm",
      summary = "The caller's own models of a batch, ready to be corrected",
      description = "In English or Chinese, by language or Accept-Language.")
  @APIResponse(responseCode = "200", description = "A file, CSV unless format=xlsx")
  @APIResponse(responseCode = "404", description = "There is no such batch in review")
  public Response form(
      @PathParam("number") String number,
      @QueryParam("format") @DefaultValue("csv") String format,
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("language") @Nullable String language,
      @Context HttpHeaders headers) {
    if (!format.equals("csv") && !format.equals("xlsx")) {
      throw Problems.invalidParameter(new Fault("format", "invalid", "format is csv or xlsx"));
    }
    Language wished = FeedbackAccess.language(language, headers);
    List<String> codes = access.speaksFor(enterprise);
    int batch = access.batch(number).number();
    Format wanted = format.equals("csv") ? Format.CSV : Format.XLSX;
    byte[] file =
        FilledForm.write(
            codes.stream().flatMap(code -> revisions.current(batch, code).stream()).toList(),
            wanted,
            wished);
    return Response.ok(file)
        .type(wanted == Format.CSV ? Upload.CSV + ";charset=UTF-8" : Upload.XLSX)
        .header(HttpHeaders.CONTENT_LANGUAGE, wished.name().toLowerCase(Locale.ROOT))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"batch-" + batch + "-feedback." + format + "\"")
        .build();
  }
}
