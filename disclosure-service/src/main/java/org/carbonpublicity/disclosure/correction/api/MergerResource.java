package org.carbonpublicity.disclosure.correction.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.correction.CorrectionOutcome;
import org.carbonpublicity.disclosure.correction.Corrections;
import org.carbonpublicity.disclosure.correction.Corrections.Order;
import org.carbonpublicity.disclosure.correction.ModelChange;
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

/** Codes that stand for one vehicle become one code. */
@Path("/api/v1/mergers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "corrections")
class MergerResource {

  private final Corrections corrections;
  private final CorrectionAnswers answers;
  private final Caller caller;

  MergerResource(Corrections corrections, CorrectionAnswers answers, Caller caller) {
    this.corrections = corrections;
    this.answers = answers;
    this.caller = caller;
  }

  /** Duplicates, each with the code that is kept. */
  @Schema(name = "MergerRequest")
  record MergerRequest(@Nullable String reason, @Nullable List<@Nullable Merger> models) {}

  /** A duplicate and the code that stands for it from now on. */
  @Schema(name = "Merger")
  record Merger(@Nullable String modelCode, @Nullable String mergedInto) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "mergeModels",
      summary = "Withdraws duplicate codes in favour of the codes that are kept")
  @APIResponse(
      responseCode = "202",
      description = "Accepted for publication; its progress is read at the batch",
      content = @Content(schema = @Schema(implementation = CorrectionOutcome.class)))
  @APIResponse(responseCode = "409", description = "Another request changes the same")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response merge(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable MergerRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String reason = Reason.of(request.reason(), "models", request.models());
    FieldFaults faults = new FieldFaults();
    List<ModelChange> changes = new ArrayList<>();
    for (Merger model : Rows.of(request.models())) {
      String at = "models[" + changes.size() + "].";
      changes.add(
          ModelChange.merger(
              Rows.number(changes),
              faults.text(at + "modelCode", model.modelCode(), Rows.LONGEST_CODE),
              faults.text(at + "mergedInto", model.mergedInto(), Rows.LONGEST_CODE)));
    }
    faults.refuse("invalid-correction", "The correction breaks rules");
    return answers.byFields(
        key,
        "POST /mergers " + reason + changes,
        () ->
            corrections.change(
                CorrectionKind.MERGER, new Order(reason, false, caller.actor()), changes));
  }
}
