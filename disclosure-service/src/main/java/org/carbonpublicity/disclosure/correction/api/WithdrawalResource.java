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

/** Models that shall not be published any more. */
@Path("/api/v1/withdrawals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "corrections")
class WithdrawalResource {

  private final Corrections corrections;
  private final CorrectionAnswers answers;
  private final Caller caller;

  WithdrawalResource(Corrections corrections, CorrectionAnswers answers, Caller caller) {
    this.corrections = corrections;
    this.answers = answers;
    this.caller = caller;
  }

  /** Codes of models. */
  @Schema(name = "WithdrawalRequest")
  record WithdrawalRequest(@Nullable String reason, @Nullable List<@Nullable String> modelCodes) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawModels",
      summary = "Withdraws published models; what was published stays readable")
  @APIResponse(
      responseCode = "202",
      description = "Accepted for publication; its progress is read at the batch",
      content = @Content(schema = @Schema(implementation = CorrectionOutcome.class)))
  @APIResponse(responseCode = "409", description = "Another request changes the same")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response withdraw(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable WithdrawalRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String reason = Reason.of(request.reason(), "modelCodes", request.modelCodes());
    FieldFaults faults = new FieldFaults();
    List<ModelChange> changes = new ArrayList<>();
    for (String code : Rows.of(request.modelCodes())) {
      String checked = faults.text("modelCodes[" + changes.size() + "]", code, Rows.LONGEST_CODE);
      changes.add(ModelChange.withdrawal(Rows.number(changes), checked));
    }
    faults.refuse("invalid-correction", "The correction breaks rules");
    return answers.byFields(
        key,
        "POST /withdrawals " + reason + changes,
        fault -> "modelCodes[" + (fault.row() - 2) + "]",
        () ->
            corrections.change(
                CorrectionKind.WITHDRAWAL, new Order(reason, false, caller.actor()), changes));
  }
}
