package org.carbonpublicity.disclosure.correction.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.correction.CorrectionOutcome;
import org.carbonpublicity.disclosure.correction.Corrections;
import org.carbonpublicity.disclosure.correction.Corrections.Order;
import org.carbonpublicity.disclosure.correction.ModelChange;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Models that go on sale or off sale after their publication. */
@Path("/api/v1/on-sale-changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "corrections")
class OnSaleResource {

  private final Corrections corrections;
  private final CorrectionAnswers answers;
  private final Caller caller;

  OnSaleResource(Corrections corrections, CorrectionAnswers answers, Caller caller) {
    this.corrections = corrections;
    this.answers = answers;
    this.caller = caller;
  }

  /** Models with their new state. */
  @Schema(name = "OnSaleRequest")
  record OnSaleRequest(@Nullable String reason, @Nullable List<@Nullable OnSaleModel> models) {}

  /** A model with its new state. */
  @Schema(name = "OnSaleModel")
  record OnSaleModel(@Nullable String modelCode, @Nullable Boolean onSale) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changeOnSale", summary = "Puts published models on sale or off sale")
  @APIResponse(
      responseCode = "202",
      description = "Accepted for publication; its progress is read at the batch",
      content = @Content(schema = @Schema(implementation = CorrectionOutcome.class)))
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response change(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable OnSaleRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String reason = Reason.of(request.reason(), "models", request.models());
    FieldFaults faults = new FieldFaults();
    List<ModelChange> changes = new ArrayList<>();
    for (OnSaleModel model : Rows.of(request.models())) {
      String at = "models[" + changes.size() + "].";
      if (model.onSale() == null) {
        faults.add(at + "onSale", "missing", "true or false");
      }
      changes.add(
          ModelChange.onSale(
              Rows.number(changes),
              faults.text(at + "modelCode", model.modelCode(), Rows.LONGEST_CODE),
              Boolean.TRUE.equals(model.onSale())));
    }
    faults.refuse("invalid-correction", "The correction breaks rules");
    return answers.byFields(
        key,
        "POST /on-sale-changes " + reason + changes,
        () ->
            corrections.change(
                CorrectionKind.ON_SALE, new Order(reason, false, caller.actor()), changes));
  }

  @POST
  @Consumes({Upload.CSV, Upload.XLSX})
  @Operation(
      operationId = "changeOnSaleByFile",
      summary = "Puts published models on sale or off sale by a file: model_code, on_sale")
  @APIResponse(
      responseCode = "202",
      description = "Accepted for publication; its progress is read at the batch",
      content = @Content(schema = @Schema(implementation = CorrectionOutcome.class)))
  @APIResponse(responseCode = "200", description = "A dry run: nothing was stored")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "Rows are wrong; nothing was stored")
  public Response changeByFile(
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("dryRun") @Nullable String dryRun,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream body) {
    Order order = new Order(Reason.of(reason), Upload.flag("dryRun", dryRun), caller.actor());
    Upload upload = new Upload(body, "POST /on-sale-changes " + order);
    return answers.byFile(
        order.dryRun() ? null : key,
        upload::hash,
        () -> corrections.changeOnSale(order, upload.file(), Upload.format(contentType)));
  }
}
