package org.carbonpublicity.disclosure.correction.api;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonpublicity.disclosure.correction.CorrectedFields;
import org.carbonpublicity.disclosure.correction.CorrectionOutcome;
import org.carbonpublicity.disclosure.correction.Corrections;
import org.carbonpublicity.disclosure.correction.Corrections.Order;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.persistence.RevisionRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Correction of what is published of models. */
@Path("/api/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "corrections")
class CorrectionResource {

  private final Corrections corrections;
  private final RevisionRepository revisions;
  private final CorrectionAnswers answers;
  private final Caller caller;

  CorrectionResource(
      Corrections corrections,
      RevisionRepository revisions,
      CorrectionAnswers answers,
      Caller caller) {
    this.corrections = corrections;
    this.revisions = revisions;
    this.answers = answers;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "correctModels",
      summary = "Corrects fields of published models",
      description =
          "What is not stated stays. All faults are told, and nothing is stored when there is one."
              + " A calculated footprint is calculated anew.")
  @APIResponse(
      responseCode = "202",
      description = "Accepted for publication; its progress is read at the batch",
      content = @Content(schema = @Schema(implementation = CorrectionOutcome.class)))
  @APIResponse(responseCode = "409", description = "Another request changes the same")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response correct(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable CorrectionRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    String reason = Reason.of(request.reason(), "models", request.models());
    List<Map<String, JsonNode>> models =
        Objects.requireNonNull(request.models()).stream().map(Objects::requireNonNull).toList();
    return answers.byFields(
        key,
        "POST /corrections " + reason + models,
        () -> {
          Map<String, KnownRevision> published =
              revisions.published(CorrectedFields.codes(models)).stream()
                  .collect(Collectors.toMap(KnownRevision::modelCode, Function.identity()));
          CorrectedFields fields = new CorrectedFields(models, published);
          return corrections.correct(new Order(reason, false, caller.actor()), fields);
        });
  }

  @POST
  @Consumes({Upload.CSV, Upload.XLSX})
  @Operation(
      operationId = "correctModelsByFile",
      summary = "Corrects published models by a file with the columns of an import",
      description =
          "Every row states its model completely. All rows are checked; nothing is stored when one is"
              + " wrong.")
  @APIResponse(
      responseCode = "202",
      description = "Accepted for publication; its progress is read at the batch",
      content = @Content(schema = @Schema(implementation = CorrectionOutcome.class)))
  @APIResponse(responseCode = "200", description = "A dry run: nothing was stored")
  @APIResponse(responseCode = "409", description = "Another request changes the same")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "Rows are wrong; nothing was stored")
  public Response correctByFile(
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("dryRun") @Nullable String dryRun,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream body) {
    Order order = new Order(Reason.of(reason), Upload.flag("dryRun", dryRun), caller.actor());
    Upload upload = new Upload(body, "POST /corrections " + order);
    return answers.byFile(
        order.dryRun() ? null : key,
        upload::hash,
        () -> corrections.correct(order, upload.file(), Upload.format(contentType)));
  }
}
