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

/** Models that get another name. */
@Path("/api/v1/renamings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "corrections")
class RenamingResource {

  private final Corrections corrections;
  private final CorrectionAnswers answers;
  private final Caller caller;

  RenamingResource(Corrections corrections, CorrectionAnswers answers, Caller caller) {
    this.corrections = corrections;
    this.answers = answers;
    this.caller = caller;
  }

  /** Models with their new names. */
  @Schema(name = "RenamingRequest")
  record RenamingRequest(@Nullable String reason, @Nullable List<@Nullable NewName> models) {}

  /** A model with its new name. */
  @Schema(name = "NewName")
  record NewName(@Nullable String modelCode, @Nullable String modelName) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "renameModels", summary = "Renames published models; their codes stay")
  @APIResponse(
      responseCode = "202",
      description = "Accepted for publication; its progress is read at the batch",
      content = @Content(schema = @Schema(implementation = CorrectionOutcome.class)))
  @APIResponse(responseCode = "409", description = "Another request changes the same")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response rename(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable RenamingRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String reason = Reason.of(request.reason(), "models", request.models());
    FieldFaults faults = new FieldFaults();
    List<ModelChange> changes = new ArrayList<>();
    for (NewName model : Rows.of(request.models())) {
      String at = "models[" + changes.size() + "].";
      changes.add(
          ModelChange.renaming(
              Rows.number(changes),
              faults.text(at + "modelCode", model.modelCode(), Rows.LONGEST_CODE),
              faults.text(at + "modelName", model.modelName(), Rows.LONGEST_NAME)));
    }
    faults.refuse("invalid-correction", "The correction breaks rules");
    return answers.byFields(
        key,
        "POST /renamings " + reason + changes,
        () ->
            corrections.change(
                CorrectionKind.RENAMING, new Order(reason, false, caller.actor()), changes));
  }
}
