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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.carbonpublicity.disclosure.batch.api.Numbers;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.feedback.FeedbackForms;
import org.carbonpublicity.disclosure.feedback.FeedbackForms.Sent;
import org.carbonpublicity.disclosure.feedback.ReceivedForm;
import org.carbonpublicity.disclosure.form.FaultLog;
import org.carbonpublicity.disclosure.form.Language;
import org.carbonpublicity.disclosure.form.SpooledFile;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Feedback forms: an automaker's for its own enterprises, an analyst's on behalf of one. */
@Path("/api/v1/batches/{number}/feedback-forms")
@RolesAllowed({"automaker", "analyst"})
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "feedback")
class FeedbackResource {

  private final FeedbackAccess access;
  private final FeedbackForms forms;
  private final Idempotency idempotency;
  private final Caller caller;

  FeedbackResource(
      FeedbackAccess access, FeedbackForms forms, Idempotency idempotency, Caller caller) {
    this.access = access;
    this.forms = forms;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "ReceivedFormPage")
  record ReceivedFormPage(List<ReceivedForm> items) {}

  @POST
  @Consumes({Upload.CSV, Upload.XLSX})
  @Operation(
      operationId = "sendFeedbackForm",
      summary = "Answers for models of a batch in review; corrected ones are recalculated",
      description =
          "Messages of faults are in English or Chinese, by language or Accept-Language. The file"
              + " with the messages in it is answered by feedback-form-checks.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = FeedbackForm.class)))
  @APIResponse(responseCode = "200", description = "A dry run: nothing was stored")
  @APIResponse(responseCode = "404", description = "There is no such batch in review")
  @APIResponse(
      responseCode = "409",
      description = "The batch is not in review, or the deadline in force has passed")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "Rows are wrong; nothing was stored")
  public Response send(
      @PathParam("number") String number,
      @QueryParam("dryRun") @Nullable String dryRun,
      @QueryParam("acceptValidRows") @Nullable String acceptValidRows,
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("language") @Nullable String language,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @Context HttpHeaders headers,
      InputStream body) {
    FeedbackForms.Options options =
        new FeedbackForms.Options(
            Upload.flag("dryRun", dryRun),
            Upload.flag("acceptValidRows", acceptValidRows),
            FaultLog.LISTED);
    Language wished = FeedbackAccess.language(language, headers);
    List<String> codes = access.speaksFor(enterprise);
    int batch = access.batch(number).number();
    try (SpooledFile file = Upload.spooled(body)) {
      Sent sent = new Sent(codes, file, Upload.format(contentType), contentType, caller.actor());
      return idempotency.answer(
          caller.actor(),
          options.dryRun() ? null : key,
          "POST /batches/" + batch + "/feedback " + codes + options + file.sha256(),
          () -> {
            FeedbackForm form =
                Translation.of(wished, () -> forms.apply(batch, sent, options))
                    .orElseThrow(() -> Numbers.unknownBatch(number));
            return Response.status(options.dryRun() ? 200 : 201)
                .entity(Translation.of(wished, form));
          });
    }
  }

  @GET
  @Operation(
      operationId = "listReceivedForms",
      summary = "Received forms in the order of receipt; an automaker sees its own")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReceivedFormPage.class)))
  @APIResponse(responseCode = "403", description = "The token does not speak for the enterprise")
  @APIResponse(responseCode = "404", description = "There is no such batch, or not for the caller")
  public Response list(
      @PathParam("number") String number,
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int batch = access.batch(number).number();
    access.refuseOthers(enterprise);
    int size = Cursor.limit(limit);
    List<ReceivedForm.Placed> found =
        forms.list(batch, access.own(), enterprise, sequence(cursor), size + 1);
    List<ReceivedForm.Placed> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new ReceivedFormPage(page.stream().map(ReceivedForm.Placed::form).toList()));
    if (found.size() > size) {
      String last = String.valueOf(page.get(size - 1).sequence());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getReceivedForm", summary = "What became of a feedback form")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FeedbackForm.class)))
  @APIResponse(responseCode = "404", description = "There is no such form, or not for the caller")
  public FeedbackForm get(
      @PathParam("number") String number,
      @PathParam("id") String id,
      @QueryParam("language") @Nullable String language,
      @Context HttpHeaders headers) {
    Language wished = FeedbackAccess.language(language, headers);
    return Translation.of(wished, access.form(number, id));
  }

  private static long sequence(@Nullable String cursor) {
    String key = Cursor.decode(cursor);
    try {
      return key == null ? 0 : Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw Problems.invalidParameter(
          new Fault("cursor", "invalid", "take the cursor from the Link header"));
    }
  }
}
