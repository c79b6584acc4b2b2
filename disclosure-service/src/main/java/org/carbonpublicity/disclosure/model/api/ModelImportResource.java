package org.carbonpublicity.disclosure.model.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.carbonpublicity.disclosure.batch.api.Numbers;
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ModelImport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Import of vehicle models into a draft batch. */
@Path("/api/v1/batches/{number}/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "batches")
class ModelImportResource {

  private final ModelImport imports;
  private final Idempotency idempotency;
  private final Caller caller;

  ModelImportResource(ModelImport imports, Idempotency idempotency, Caller caller) {
    this.imports = imports;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Consumes({Upload.CSV, Upload.XLSX})
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "importModels",
      summary = "Imports a file of models",
      description =
          "All rows are checked; nothing is stored when one is wrong, unless acceptValidRows is"
              + " true. A row without footprint_g_per_km gets a calculated footprint.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ImportOutcome.class)))
  @APIResponse(responseCode = "200", description = "A dry run: nothing was stored")
  @APIResponse(responseCode = "404", description = "There is no such batch")
  @APIResponse(responseCode = "409", description = "It is no draft, or being changed")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "Rows are wrong; nothing was stored")
  public Response importModels(
      @PathParam("number") String number,
      @QueryParam("dryRun") @Nullable String dryRun,
      @QueryParam("acceptValidRows") @Nullable String acceptValidRows,
      @QueryParam("registerUnknown") @Nullable String registerUnknown,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream body) {
    int batch = Numbers.batch(number);
    ModelImport.Options options =
        new ModelImport.Options(
            Upload.flag("dryRun", dryRun),
            Upload.flag("acceptValidRows", acceptValidRows),
            Upload.flag("registerUnknown", registerUnknown));
    Upload upload = new Upload(body, "POST /batches/" + batch + "/models " + options);
    return idempotency.answer(
        caller.actor(),
        options.dryRun() ? null : key,
        upload::hash,
        () -> {
          ImportOutcome outcome =
              imports.run(
                  batch, upload.file(), Upload.format(contentType), options, caller.actor());
          if (outcome == null) {
            throw Numbers.unknownBatch(number);
          }
          return Response.status(options.dryRun() ? 200 : 201).entity(outcome);
        });
  }
}
