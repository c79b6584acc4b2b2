package org.carbonpublicity.disclosure.batch.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import java.net.URI;
import java.util.List;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.Batches;
import org.carbonpublicity.disclosure.http.Caller;
import org.carbonpublicity.disclosure.http.Cursor;
import org.carbonpublicity.disclosure.http.Idempotency;
import org.carbonpublicity.disclosure.http.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches: run by analysts, seen by automakers from their review on, by everybody once public. */
@Path("/api/v1/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "batches")
class BatchResource {

  private final Batches batches;
  private final Idempotency idempotency;
  private final Caller caller;

  BatchResource(Batches batches, Idempotency idempotency, Caller caller) {
    this.batches = batches;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "BatchPage")
  record BatchPage(List<BatchResponse> items) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(operationId = "openBatch", summary = "Opens a batch")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "409", description = "There is a batch of that number")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response open(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable BatchRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    Batches.Draft draft = request.opening();
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /batches " + request.number() + draft,
        () -> {
          Batch batch = batches.open(request.number(), draft, caller.actor());
          return Response.created(URI.create("/api/v1/batches/" + batch.number()))
              .header(HttpHeaders.ETAG, BatchResponse.tag(batch))
              .entity(BatchResponse.of(batch));
        });
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listBatches",
      summary = "Batches that the caller may see, by number",
      description = "Disclosure rounds, unless kind=CORRECTION asks for corrections instead.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchPage.class)))
  public Response list(
      @QueryParam("kind") @DefaultValue("ROUND") String kind,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    if (!kind.equals("ROUND") && !kind.equals("CORRECTION")) {
      throw Problems.invalidParameter(
          new Problems.Fault("kind", "invalid", "kind is ROUND or CORRECTION"));
    }
    int size = Cursor.limit(limit);
    List<Batch> found =
        batches.list(
            kind.equals("CORRECTION"),
            visible(),
            !caller.isAnalyst(),
            Numbers.cursor(cursor),
            size + 1);
    List<Batch> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(new BatchPage(page.stream().map(BatchResponse::of).toList()));
    if (found.size() > size) {
      String last = String.valueOf(page.get(size - 1).number());
      answer.header(HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), last));
    }
    return answer.build();
  }

  @GET
  @Path("/{number}")
  @PermitAll
  @Operation(operationId = "getBatch", summary = "One batch with the progress of its publication")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch, or not for the caller")
  public Response get(@PathParam("number") String number) {
    Batch batch =
        batches
            .find(Numbers.batch(number))
            .filter(found -> visible().contains(found.state()))
            .filter(found -> caller.isAnalyst() || found.isKnownToAutomakers())
            .orElseThrow(() -> Numbers.unknownBatch(number));
    return BatchResponse.answer(200, batch);
  }

  @PATCH
  @Path("/{number}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "changeBatch",
      summary = "Changes title, launch window, cut-off date or deadline")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch")
  @APIResponse(
      responseCode = "409",
      description = "Its review is closed, or automakers know its deadline")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response change(
      @PathParam("number") String number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable BatchRequest request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    return BatchResponse.answer(
        200,
        batches
            .change(
                Numbers.batch(number),
                present -> {
                  BatchResponse.precondition(ifMatch).accept(present);
                  return request.changing(present);
                })
            .orElseThrow(() -> Numbers.unknownBatch(number)));
  }

  @POST
  @Path("/{number}/review")
  @RolesAllowed("analyst")
  @SecurityRequirement(name = "token")
  @Operation(
      operationId = "startReview",
      summary = "Shows the preliminary footprints to their automakers")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch")
  @APIResponse(
      responseCode = "409",
      description = "It is no draft, has no models, or its deadline has passed")
  @APIResponse(responseCode = "412", description = "If-Match does not hold")
  public Response review(
      @PathParam("number") String number, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return BatchResponse.answer(
        200,
        batches
            .review(Numbers.batch(number), BatchResponse.precondition(ifMatch))
            .orElseThrow(() -> Numbers.unknownBatch(number)));
  }

  private List<BatchState> visible() {
    if (caller.isAnalyst()) {
      return List.of(BatchState.values());
    }
    return caller.isAutomaker()
        ? List.of(
            BatchState.IN_REVIEW,
            BatchState.RECALCULATING,
            BatchState.PUBLISHING,
            BatchState.PUBLISHED,
            BatchState.CANCELLED)
        : List.of(BatchState.PUBLISHED);
  }
}
