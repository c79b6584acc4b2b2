package org.carbonpublicity.disclosure.batch.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.Batches;
import org.carbonpublicity.disclosure.batch.Publications;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a batch ends: recalculated, published, or cancelled. */
@Path("/api/v1/batches/{number}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
@SecurityRequirement(name = "token")
@Tag(name = "batches")
class PublicationResource {

  private final Batches batches;
  private final Publications publications;
  private final Idempotency idempotency;
  private final Caller caller;

  PublicationResource(
      Batches batches, Publications publications, Idempotency idempotency, Caller caller) {
    this.batches = batches;
    this.publications = publications;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Path("/recalculation")
  @Operation(
      operationId = "closeReview",
      summary =
          "Closes the review and recalculates what rests on other factors than those in force",
      description =
          "Before the deadline only when all models are answered, or with reviewWaived and a"
              + " reason. Silence until the deadline is recorded as agreement.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch")
  @APIResponse(responseCode = "409", description = "Not in review, or answers are waited for")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "A waived review lacks its reason")
  public Response recalculate(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable PublicationRequest request) {
    int batch = Numbers.batch(number);
    String waived = request == null ? null : request.waivedReason();
    return accepted(
        batch,
        key,
        "recalculation " + waived,
        () ->
            publications.recalculate(
                batch, waived, caller.actor(), BatchResponse.precondition(ifMatch)));
  }

  @POST
  @Path("/publication")
  @Operation(
      operationId = "publishBatch",
      summary = "Publishes a batch; its progress is read at the batch",
      description = "From a review, closes it first, by the same rules as recalculation does.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch")
  @APIResponse(
      responseCode = "409",
      description = "Its state does not allow it, or answers are waited for")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "A waived review lacks its reason")
  public Response publish(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable PublicationRequest request) {
    int batch = Numbers.batch(number);
    String waived = request == null ? null : request.waivedReason();
    return accepted(
        batch,
        key,
        "publication " + waived,
        () ->
            publications.publish(
                batch, waived, caller.actor(), BatchResponse.precondition(ifMatch)));
  }

  @POST
  @Path("/cancellation")
  @Operation(operationId = "cancelBatch", summary = "Gives a batch up, before its review is closed")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch")
  @APIResponse(responseCode = "409", description = "Its state does not allow it")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "The reason is missing or too long")
  public Response cancel(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable ReasonRequest request) {
    int batch = Numbers.batch(number);
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    Batch present = batches.find(batch).orElseThrow(() -> Numbers.unknownBatch(number));
    String reason = request.checked();
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /batches/" + batch + "/cancellation " + reason,
        () ->
            Response.ok(
                BatchResponse.of(
                    batches
                        .cancel(
                            present.number(),
                            reason,
                            caller.actor(),
                            BatchResponse.precondition(ifMatch))
                        .orElseThrow(() -> Numbers.unknownBatch(number)))));
  }

  private Response accepted(
      int batch, @Nullable String key, String request, Supplier<Optional<Batch>> effect) {
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /batches/" + batch + "/" + request,
        () ->
            Response.accepted(
                    BatchResponse.of(
                        effect
                            .get()
                            .orElseThrow(() -> Numbers.unknownBatch(String.valueOf(batch)))))
                .header(HttpHeaders.LOCATION, "/api/v1/batches/" + batch));
  }
}
