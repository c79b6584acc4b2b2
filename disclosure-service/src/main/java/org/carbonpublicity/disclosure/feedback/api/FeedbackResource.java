package org.carbonpublicity.disclosure.feedback.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.Batches;
import org.carbonpublicity.disclosure.batch.api.Numbers;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.feedback.FeedbackForms;
import org.carbonpublicity.disclosure.form.FilledForm;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Feedback forms: an automaker's for its own enterprises, an analyst's on behalf of one. */
@Path("/api/v1/batches/{number}")
@RolesAllowed({"automaker", "analyst"})
@SecurityRequirement(name = "token")
@Tag(name = "feedback")
class FeedbackResource {

  private final Batches batches;
  private final Enterprises enterprises;
  private final FeedbackForms forms;
  private final RevisionRepository revisions;
  private final Idempotency idempotency;
  private final Caller caller;

  FeedbackResource(
      Batches batches,
      Enterprises enterprises,
      FeedbackForms forms,
      RevisionRepository revisions,
      Idempotency idempotency,
      Caller caller) {
    this.batches = batches;
    this.enterprises = enterprises;
    this.forms = forms;
    this.revisions = revisions;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @GET
  @Path("/feedback-form")
  @Produces({Upload.CSV, Upload.XLSX})
  @Operation(
      operationId = "getFeedbackForm",
      summary = "The caller's own models of a batch, ready to be corrected")
  @APIResponse(responseCode = "200", description = "A file, CSV unless format=xlsx")
  @APIResponse(responseCode = "404", description = "There is no such batch in review")
  public Response form(
      @PathParam("number") String number,
      @QueryParam("format") @DefaultValue("csv") String format,
      @QueryParam("enterprise") @Nullable String enterprise) {
    if (!format.equals("csv") && !format.equals("xlsx")) {
      throw Problems.invalidParameter(new Fault("format", "invalid", "format is csv or xlsx"));
    }
    List<String> codes = speaksFor(enterprise);
    int batch = seen(number).number();
    Format wanted = format.equals("csv") ? Format.CSV : Format.XLSX;
    byte[] file =
        FilledForm.write(
            codes.stream().flatMap(code -> revisions.current(batch, code).stream()).toList(),
            wanted);
    return Response.ok(file)
        .type(wanted == Format.CSV ? Upload.CSV + ";charset=UTF-8" : Upload.XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"batch-" + batch + "-feedback." + format + "\"")
        .build();
  }

  @POST
  @Path("/feedback-forms")
  @Consumes({Upload.CSV, Upload.XLSX})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendFeedbackForm",
      summary = "Corrects models of a batch in review; their footprints are recalculated")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = FeedbackForm.class)))
  @APIResponse(responseCode = "200", description = "A dry run: nothing was stored")
  @APIResponse(responseCode = "404", description = "There is no such batch in review")
  @APIResponse(responseCode = "409", description = "The batch is not in review")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "Rows are wrong; nothing was stored")
  public Response send(
      @PathParam("number") String number,
      @QueryParam("dryRun") @Nullable String dryRun,
      @QueryParam("acceptValidRows") @Nullable String acceptValidRows,
      @QueryParam("enterprise") @Nullable String enterprise,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream body) {
    FeedbackForms.Options options =
        new FeedbackForms.Options(
            Upload.flag("dryRun", dryRun), Upload.flag("acceptValidRows", acceptValidRows));
    List<String> codes = speaksFor(enterprise);
    int batch = seen(number).number();
    Upload upload = new Upload(body, "POST /batches/" + batch + "/feedback " + codes + options);
    return idempotency.answer(
        caller.actor(),
        options.dryRun() ? null : key,
        upload::hash,
        () -> {
          FeedbackForm form =
              forms
                  .apply(
                      batch,
                      codes,
                      upload.body(),
                      Upload.format(contentType),
                      options,
                      caller.actor())
                  .orElseThrow(() -> Numbers.unknownBatch(number));
          return Response.status(options.dryRun() ? 200 : 201).entity(form);
        });
  }

  @GET
  @Path("/feedback-forms/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getReceivedForm", summary = "What became of a feedback form")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FeedbackForm.class)))
  @APIResponse(responseCode = "404", description = "There is no such form, or not for the caller")
  public FeedbackForm get(@PathParam("number") String number, @PathParam("id") String id) {
    FeedbackForm form = null;
    try {
      form = forms.find(Numbers.batch(number), UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      // No form has such an id: answered below.
    }
    if (form == null
        || !(caller.isAnalyst() || caller.enterprises().containsAll(form.enterprises()))) {
      throw Problems.notFound("unknown-feedback-form", "There is no feedback form " + id);
    }
    return form;
  }

  /** A batch that the caller may know of. */
  private Batch seen(String number) {
    return batches
        .find(Numbers.batch(number))
        .filter(batch -> caller.isAnalyst() || batch.state() != BatchState.DRAFT)
        .orElseThrow(() -> Numbers.unknownBatch(number));
  }

  /**
   * Whose models a form is about: the automaker's own, or those of the enterprise that is named.
   */
  private List<String> speaksFor(@Nullable String enterprise) {
    List<String> own = new ArrayList<>(caller.enterprises());
    if (enterprise == null) {
      if (own.isEmpty()) {
        throw Problems.invalidParameter(
            new Fault("enterprise", "missing", "name the enterprise that the form is of"));
      }
      return own;
    }
    if (!caller.isAnalyst() && !own.contains(enterprise)) {
      throw Problems.forbidden(
          "other-enterprise", "The token does not speak for enterprise " + enterprise);
    }
    if (enterprises.find(enterprise).isEmpty()) {
      throw Problems.notFound("unknown-enterprise", "There is no enterprise " + enterprise);
    }
    return List.of(enterprise);
  }
}
