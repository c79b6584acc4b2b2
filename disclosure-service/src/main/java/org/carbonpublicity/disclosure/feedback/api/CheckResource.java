package org.carbonpublicity.disclosure.feedback.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.carbonpublicity.disclosure.batch.api.Numbers;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.feedback.FeedbackForms;
import org.carbonpublicity.disclosure.feedback.FeedbackForms.Sent;
import org.carbonpublicity.disclosure.form.AnnotatedForm;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.form.Language;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.form.SpooledFile;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent, with what is wrong in it. An operation of its own: it always answers a
 * file, and sending a form always answers JSON.
 */
@Path("/api/v1/batches/{number}/feedback-form-checks")
@RolesAllowed({"automaker", "analyst"})
@SecurityRequirement(name = "token")
@Tag(name = "feedback")
class CheckResource {

  /** All faults of a form as large as any that people read. */
  private static final int MOST_FAULTS = 100_000;

  private final FeedbackAccess access;
  private final FeedbackForms forms;
  private final Caller caller;

  CheckResource(FeedbackAccess access, FeedbackForms forms, Caller caller) {
    this.access = access;
    this.forms = forms;
    this.caller = caller;
  }

  @POST
  @Consumes({Upload.CSV, Upload.XLSX})
  @Produces({Upload.CSV, Upload.XLSX})
  @Operation(
      operationId = "checkFeedbackForm",
      summary = "Answers a feedback form with one more column: what is wrong with each row",
      description =
          "All checks of a dry run; nothing is stored. The answer has the media type of the form,"
              + " messages are in English or Chinese, by language or Accept-Language. It can be"
              + " corrected and sent: the column of messages is not read.")
  @APIResponse(responseCode = "200", description = "The file; Rows-Rejected counts faulty rows")
  @APIResponse(responseCode = "404", description = "There is no such batch in review")
  @APIResponse(
      responseCode = "409",
      description = "The batch is not in review, or the deadline in force has passed")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "The file cannot be read as a form")
  public Response check(
      @PathParam("number") String number,
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("language") @Nullable String language,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @Context HttpHeaders headers,
      InputStream body) {
    Language wished = FeedbackAccess.language(language, headers);
    List<String> codes = access.speaksFor(enterprise);
    int batch = access.batch(number).number();
    Format format = Upload.format(contentType);
    try (SpooledFile file = Upload.spooled(body)) {
      Sent sent = new Sent(codes, file, format, contentType, caller.actor());
      List<RowFault> faults;
      long rejected;
      try {
        FeedbackForm form =
            forms
                .apply(batch, sent, new FeedbackForms.Options(true, false, MOST_FAULTS))
                .orElseThrow(() -> Numbers.unknownBatch(number));
        faults = form.errors();
        rejected = form.rowsRejected();
      } catch (InvalidFormException e) {
        // Names of columns are wrong: they are told where they stand. Anything else has no rows.
        if (e.faults().stream().anyMatch(fault -> fault.column() == null)) {
          return Translation.of(
              wished,
              () -> {
                throw e;
              });
        }
        faults = e.faults();
        rejected = 0;
      }
      return Response.ok(AnnotatedForm.write(file, format, faults, wished))
          .type(format == Format.CSV ? Upload.CSV + ";charset=UTF-8" : Upload.XLSX)
          .header(HttpHeaders.CONTENT_LANGUAGE, wished.name().toLowerCase(Locale.ROOT))
          .header("Rows-Rejected", rejected)
          .header("Errors-Total", faults.size())
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"batch-"
                  + batch
                  + "-feedback-checked."
                  + (format == Format.CSV ? "csv" : "xlsx")
                  + "\"")
          .build();
    }
  }
}
