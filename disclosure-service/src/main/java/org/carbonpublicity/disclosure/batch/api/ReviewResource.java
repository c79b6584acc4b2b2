package org.carbonpublicity.disclosure.batch.api;

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
import java.util.List;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.Batches;
import org.carbonpublicity.disclosure.batch.DeadlineExtension;
import org.carbonpublicity.disclosure.batch.ReviewProgress;
import org.carbonpublicity.disclosure.batch.Reviews;
import org.carbonpublicity.disclosure.batch.Reviews.TooEarlyException;
import org.carbonpublicity.disclosure.enterprise.Enterprises;
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

/** The review of a batch: how far the answers are, and the time that is left for them. */
@Path("/api/v1/batches/{number}")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "batches")
class ReviewResource {

  private final Batches batches;
  private final Reviews reviews;
  private final Enterprises enterprises;
  private final Idempotency idempotency;
  private final Caller caller;

  ReviewResource(
      Batches batches,
      Reviews reviews,
      Enterprises enterprises,
      Idempotency idempotency,
      Caller caller) {
    this.batches = batches;
    this.reviews = reviews;
    this.enterprises = enterprises;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @Schema(name = "ReviewProgressPage")
  record ProgressPage(List<ReviewProgress> items) {}

  @Schema(name = "DeadlineExtensionPage")
  record ExtensionPage(List<DeadlineExtension> items) {}

  @GET
  @Path("/progress")
  @RolesAllowed({"analyst", "automaker"})
  @Operation(
      operationId = "getReviewProgress",
      summary = "Answers and time left per enterprise; an automaker sees its own")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProgressPage.class)))
  @APIResponse(responseCode = "403", description = "The token does not speak for the enterprise")
  @APIResponse(responseCode = "404", description = "There is no such batch, or not for the caller")
  public Response progress(
      @PathParam("number") String number,
      @QueryParam("enterprise") @Nullable String enterprise,
      @QueryParam("limit") @DefaultValue(Cursor.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Batch batch = seen(number);
    List<String> whose = own();
    if (enterprise != null) {
      if (whose != null && !whose.contains(enterprise)) {
        throw Problems.forbidden(
            "other-enterprise", "The token does not speak for enterprise " + enterprise);
      }
      whose = List.of(enterprise);
    }
    int size = Cursor.limit(limit);
    String after = Cursor.decode(cursor);
    List<ReviewProgress> found =
        reviews.progress(batch, whose, after == null ? "" : after, size + 1);
    List<ReviewProgress> page = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer = Response.ok(new ProgressPage(page));
    if (found.size() > size) {
      answer.header(
          HttpHeaders.LINK, Cursor.nextLink(uri, uri.getPath(), page.get(size - 1).enterprise()));
    }
    return answer.build();
  }

  @POST
  @Path("/deadline-extensions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("analyst")
  @Operation(
      operationId = "extendDeadline",
      summary = "Gives all enterprises, or one, more time for their answers")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DeadlineExtension.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch")
  @APIResponse(responseCode = "409", description = "It is not in review, or has no deadline")
  @APIResponse(responseCode = "422", description = "Fields break rules; all of them are named")
  public Response extend(
      @PathParam("number") String number,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable ExtensionRequest request) {
    Batch batch =
        batches.find(Numbers.batch(number)).orElseThrow(() -> Numbers.unknownBatch(number));
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    ExtensionRequest.Checked checked = request.checked();
    String enterprise = checked.enterprise();
    if (enterprise != null && enterprises.find(enterprise).isEmpty()) {
      throw fault("enterprise", "unknown-enterprise", "there is no enterprise " + enterprise);
    }
    return idempotency.answer(
        caller.actor(),
        key,
        "POST /batches/" + number + "/deadline-extensions " + checked,
        () -> {
          try {
            return Response.status(Response.Status.CREATED)
                .entity(
                    reviews
                        .extend(
                            batch.number(),
                            enterprise,
                            checked.deadline(),
                            checked.reason(),
                            caller.actor())
                        .orElseThrow(() -> Numbers.unknownBatch(number)));
          } catch (TooEarlyException e) {
            throw fault("deadline", "out-of-range", String.valueOf(e.getMessage()));
          }
        });
  }

  @GET
  @Path("/deadline-extensions")
  @RolesAllowed({"analyst", "automaker"})
  @Operation(
      operationId = "listDeadlineExtensions",
      summary = "Extensions, oldest first; an automaker sees those for all and its own")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExtensionPage.class)))
  @APIResponse(responseCode = "404", description = "There is no such batch, or not for the caller")
  public ExtensionPage extensions(@PathParam("number") String number) {
    Batch batch = seen(number);
    List<DeadlineExtension> found = reviews.extensions(batch.number(), own());
    return new ExtensionPage(
        caller.isAnalyst() ? found : found.stream().map(DeadlineExtension::withoutActor).toList());
  }

  private Batch seen(String number) {
    return batches
        .find(Numbers.batch(number))
        .filter(batch -> caller.isAnalyst() || batch.isKnownToAutomakers())
        .orElseThrow(() -> Numbers.unknownBatch(number));
  }

  /** The enterprises that the caller may look at; null for all. */
  private @Nullable List<String> own() {
    return caller.isAnalyst() ? null : List.copyOf(caller.enterprises());
  }

  private static RuntimeException fault(String field, String code, String message) {
    return Problems.unprocessable(
        "invalid-extension",
        "The extension breaks rules",
        List.of(new Problems.Fault(field, code, message)));
  }
}
