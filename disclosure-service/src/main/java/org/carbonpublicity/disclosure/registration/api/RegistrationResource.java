package org.carbonpublicity.disclosure.registration.api;

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
import org.carbonpublicity.disclosure.form.api.Upload;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.registration.Registration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registration of many enterprises by a file. */
@Path("/api/v1/enterprises/registrations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "enterprises")
class RegistrationResource {

  private final Registration registration;
  private final Idempotency idempotency;
  private final Caller caller;

  RegistrationResource(Registration registration, Idempotency idempotency, Caller caller) {
    this.registration = registration;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Consumes({Upload.CSV, Upload.XLSX})
  @Operation(
      operationId = "registerEnterprises",
      summary = "Registers the enterprises of a file: name, code, group, aliases",
      description =
          "All rows are checked; nothing is stored when one is wrong, unless acceptValidRows is"
              + " true. Aliases are separated by semicolons.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ImportOutcome.class)))
  @APIResponse(responseCode = "200", description = "A dry run: nothing was stored")
  @APIResponse(responseCode = "409", description = "A name was taken meanwhile")
  @APIResponse(responseCode = "413", description = "The file is too large, packed or unpacked")
  @APIResponse(responseCode = "422", description = "Rows are wrong; nothing was stored")
  public Response register(
      @QueryParam("dryRun") @Nullable String dryRun,
      @QueryParam("acceptValidRows") @Nullable String acceptValidRows,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream body) {
    boolean dry = Upload.flag("dryRun", dryRun);
    boolean valid = Upload.flag("acceptValidRows", acceptValidRows);
    Upload upload = new Upload(body, "POST /enterprises/registrations " + valid);
    return idempotency.answer(
        caller.actor(),
        dry ? null : key,
        upload::hash,
        () -> {
          ImportOutcome outcome =
              registration.run(
                  upload.file(), Upload.format(contentType), dry, valid, caller.actor());
          return Response.status(dry ? 200 : 201).entity(outcome);
        });
  }
}
